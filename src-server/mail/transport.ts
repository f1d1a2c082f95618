import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface Letter {
  id: string; // the same one again when it is sent again: whoever gets it twice can tell
  from: string;
  to: string;
  subject: string;
  text: string;
  madeAt: string;
}

/** Where mail goes. `send` resolves when somebody else answers for the letter, and rejects otherwise. */
export interface MailTransport {
  send(letter: Letter): Promise<void>;
  close(): void;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }; // ms

/** @param url `smtps://user:password@host:465`, or `smtp://…`: encrypted as soon as the other side can */
export function smtpTransport(url: string): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const auth = username
    ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
    : {};
  const secure = protocol === 'smtps:';
  const to = { host: hostname, port: Number(port || (secure ? 465 : 587)), secure };
  const smtp = createTransport({ ...to, ...auth, ...patience });
  return {
    send: async (letter) => {
      await smtp.sendMail(messageOf(letter));
    },
    close: () => smtp.close(),
  };
}

/** Each letter becomes a file: for trying the product, and where a mail server picks files up. */
export function folderTransport(folder: string): MailTransport {
  mkdirSync(folder, { recursive: true });
  const composing = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (letter) => {
      const { message } = await composing.sendMail(messageOf(letter));
      const file = join(folder, `${letter.madeAt.replaceAll(/[:.]/g, '-')}-${letter.id}.eml`);
      await writeFile(`${file}.part`, Buffer.isBuffer(message) ? message : String(message));
      await rename(`${file}.part`, file); // whoever watches the folder finds whole letters only
    },
    close: () => composing.close(),
  };
}

/** Without files or addresses to fetch from: a text of ours is never taken for one. */
const messageOf = ({ id, from, to, subject, text, madeAt }: Letter) => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  date: new Date(madeAt),
  messageId: `<${id}@ghiseu>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The link in the newest letter to this address, once it has left. */
export async function confirmationLink(folder: string, email: string): Promise<string> {
  const link = /https?:\/\/\S+\/confirm\/[\w.-]+/;
  return link.exec(await letterTo(folder, email, link))?.[0] ?? '';
}

/** The newest letter to this address that says so, as a mail program reads it, once it has left. */
export async function letterTo(folder: string, email: string, saying: string | RegExp): Promise<string> {
  let body = '';
  await expect
    .poll(
      async () => {
        body = (await lettersTo(folder, email)).find((one) => one.match(saying)) ?? '';
        return body;
      },
      { message: `a letter to ${email} in ${folder} that says ${saying}`, timeout: 60_000 },
    )
    .not.toBe('');
  return body;
}

/** The newest first. */
async function lettersTo(folder: string, email: string): Promise<string[]> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  const letters = await Promise.all(files.reverse().map((file) => readFile(join(folder, file), 'utf8')));
  return letters.filter((letter) => letter.includes(email)).map(plain);
}

/** Quoted-printable or base64, as a mail program reads it. */
function plain(letter: string): string {
  const [head = '', ...rest] = letter.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The link in the newest letter to this address, once it has left. */
export async function confirmationLink(folder: string, email: string): Promise<string> {
  let link = '';
  await expect
    .poll(
      async () => {
        link = await linkIn(folder, email);
        return link;
      },
      { message: `a letter to ${email} in ${folder}`, timeout: 60_000 },
    )
    .toContain('/confirm/');
  return link;
}

async function linkIn(folder: string, email: string): Promise<string> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  for (const file of files.reverse()) {
    const letter = await readFile(join(folder, file), 'utf8');
    if (letter.includes(email)) return /https?:\/\/\S+\/confirm\/[\w.-]+/.exec(plain(letter))?.[0] ?? '';
  }
  return '';
}

/** Quoted-printable or base64, as a mail program reads it. */
function plain(letter: string): string {
  const [head = '', ...rest] = letter.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

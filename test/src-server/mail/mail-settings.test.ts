import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mailSettings } from '../../../src-server/mail/mail-settings';

const folder = mkdtempSync(join(tmpdir(), 'ghiseu-mail-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = {
  GHISEU_SMTP_URL: 'smtps://user:p%40ss@mail.example.ro:465',
  GHISEU_MAIL_FROM: 'Apa Serv <clienti@example.ro>',
  GHISEU_PUBLIC_URL: 'https://ghiseu.example.ro/',
};

test('SMTP needs an address to send from and one for links to come back to', () => {
  expect(mailSettings(whole, undefined)).toMatchObject({
    from: whole.GHISEU_MAIL_FROM,
    publicUrl: 'https://ghiseu.example.ro',
  });
  expect(mailSettings({}, undefined)).toBeNull();
});

test.each([
  ['GHISEU_SMTP_URL', 'mail.example.ro'],
  ['GHISEU_SMTP_URL', 'https://mail.example.ro'],
  ['GHISEU_MAIL_FROM', undefined],
  ['GHISEU_MAIL_FROM', 'Apa Serv'],
  ['GHISEU_PUBLIC_URL', undefined],
  ['GHISEU_PUBLIC_URL', 'ghiseu.example.ro'],
])('%s = %s is said to be what has to be mended', (name, value) => {
  expect(() => mailSettings({ ...whole, [name]: value }, undefined)).toThrow(name);
});

test('a folder needs nothing else, and must be writable', () => {
  expect(mailSettings({}, join(folder, 'mail'))).toMatchObject({ publicUrl: null });
  writeFileSync(join(folder, 'file'), '');
  expect(() => mailSettings({}, join(folder, 'file', 'mail'))).toThrow('--mail-folder');
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { settingsProblemWords } from '../../../src-main/settings/problem-words';
import { parseServerAddress } from '../../../src-main/settings/server-address';
import { readSettings } from '../../../src-main/settings/settings';
import { temporaryFolder } from '../support/temporary-folder';

let filePath: string;
beforeEach(async () => {
  filePath = join(await temporaryFolder(), 'settings.json');
});
const read = (args: string[], env: Record<string, string> = {}) => readSettings({ args, env, filePath });

test.each([
  ['https://ghiseu.asvj.ro', 'https://ghiseu.asvj.ro'],
  [' https://ghiseu.asvj.ro:8443/ ', 'https://ghiseu.asvj.ro:8443'],
  ['http://localhost:4100', 'http://localhost:4100'],
  ['http://127.0.0.1:4100', 'http://127.0.0.1:4100'],
  ['http://[::1]:4100', 'http://[::1]:4100'],
])('%s is a server’s address', (text, origin) => {
  expect(parseServerAddress(text)).toEqual({ origin });
});

test.each([
  [undefined, 'missing'],
  ['  ', 'missing'],
  ['ghiseu.asvj.ro', 'not-an-address'],
  ['http://ghiseu.asvj.ro', 'not-secure'],
  ['http://localhost.evil.com', 'not-secure'],
  ['ftp://ghiseu.asvj.ro', 'not-secure'],
  ['file:///etc/passwd', 'not-secure'],
  ['https://ghiseu.asvj.ro/sync', 'not-an-origin'],
  ['https://user@ghiseu.asvj.ro', 'not-an-origin'],
  ['https://ghiseu.asvj.ro/?x=1', 'not-an-origin'],
] as const)('%s is refused: %s', (text, problem) => {
  expect(parseServerAddress(text)).toEqual({ problem });
  expect(settingsProblemWords({ problem })).toMatch(/serverului central.*\n.*central server/s);
});

test('the command line is obeyed before the environment, and that before the file', async () => {
  await writeFile(
    filePath,
    JSON.stringify({ server: 'https://file.ro', kiosk: true, refusePlainSecrets: true }),
  );
  expect(read([])).toMatchObject({ serverOrigin: 'https://file.ro', kiosk: true, refusePlainSecrets: true });
  const env = {
    GHISEU_SERVER_URL: 'https://env.ro',
    GHISEU_KIOSK: '0',
    GHISEU_REFUSE_PLAIN_SECRETS: 'false',
  };
  expect(read([], env)).toMatchObject({
    serverOrigin: 'https://env.ro',
    kiosk: false,
    refusePlainSecrets: false,
  });
  expect(read(['--kiosk', '--server=https://arg.ro'], env)).toMatchObject({
    serverOrigin: 'https://arg.ro',
    kiosk: true,
  });
  expect(read(['--server', 'https://arg.ro'], env)).toMatchObject({ serverOrigin: 'https://arg.ro' });
});

test('the enrolment code comes from the environment, and none is none', () => {
  const env = { GHISEU_SERVER_URL: 'http://localhost:1', GHISEU_ENROL_CODE: ' 7F3K-2M ' };
  expect(read([], env)).toMatchObject({ enrolCode: '7F3K-2M' });
  expect(read([], { ...env, GHISEU_ENROL_CODE: '' })).toMatchObject({ enrolCode: null });
});

test('the printer is named by the environment before the file; without a name it is the system’s default', async () => {
  const env = { GHISEU_SERVER_URL: 'http://localhost:1' };
  expect(read([], env)).toMatchObject({ printer: null });
  await writeFile(filePath, JSON.stringify({ printer: 'EPSON TM-T20' }));
  expect(read([], env)).toMatchObject({ printer: 'EPSON TM-T20' });
  expect(read([], { ...env, GHISEU_PRINTER: 'Star TSP100' })).toMatchObject({ printer: 'Star TSP100' });
});

test('without any address, or with --server and nothing behind it, the problem is named', () => {
  expect(read([])).toEqual({ problem: 'missing' });
  expect(read(['--server'])).toEqual({ problem: 'missing' });
});

test('a settings file that cannot be understood is said, not passed over', async () => {
  for (const text of ['{', '[]', '{"serverr":"https://x.ro"}', '{"kiosk":"yes"}']) {
    await writeFile(filePath, text);
    expect(read(['--server=https://x.ro']), text).toEqual({ problem: 'file-unreadable', path: filePath });
  }
  expect(settingsProblemWords({ problem: 'file-unreadable', path: filePath })).toContain(filePath);
});

test('a folder in the place of the settings file is said too', async () => {
  await mkdir(filePath);
  expect(read(['--server=https://x.ro'])).toMatchObject({ problem: 'file-unreadable' });
});

import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import {
  type KeyStore,
  makeSecretStore,
  type SecretStoreOptions,
} from '../../../src-main/secret/secret-store';
import { temporaryFolder } from '../support/temporary-folder';

const flipped = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);

/** Stands in for the operating system's key store. */
const keyring: KeyStore = {
  protects: async () => true,
  seal: async (text) => flipped(new TextEncoder().encode(text)),
  unseal: async (bytes) => new TextDecoder().decode(flipped(bytes)),
};
const noKeyring: KeyStore = { ...keyring, protects: async () => false };

let path: string;
let warnings: string[];
beforeEach(async () => {
  path = join(await temporaryFolder(), 'secret.json');
  warnings = [];
});
const store = (options: Partial<SecretStoreOptions> = {}) =>
  makeSecretStore({
    path,
    keyStore: keyring,
    refusePlain: false,
    warn: (text) => warnings.push(text),
    ...options,
  });

test('before the first save there is no secret', async () => {
  expect(await store().load()).toBeNull();
});

test('a saved secret is there after a restart, sealed, readable by this user alone, and nothing is left beside it', async () => {
  await store().save('first');
  await store().save('token-of-this-device');
  expect(await store().load()).toBe('token-of-this-device');
  expect(await readFile(path, 'utf8')).not.toContain('token-of-this-device');
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(path, '..'))).toEqual(['secret.json']);
  expect(warnings).toEqual([]);
});

test('without a key store the secret is kept and that is said', async () => {
  await store({ keyStore: noKeyring }).save('s');
  expect(await store({ keyStore: noKeyring }).load()).toBe('s');
  expect(warnings).toEqual([expect.stringContaining('no key store')]);
});

test('where policy refuses it, an unprotected secret is neither kept nor used', async () => {
  const strict = store({ keyStore: noKeyring, refusePlain: true });
  await expect(strict.save('s')).rejects.toThrow('refuse');
  expect(await strict.load()).toBeNull();
  await store({ keyStore: noKeyring }).save('s');
  await expect(strict.load()).rejects.toThrow('refuse');
});

test('a damaged file is an error, never "no secret": the device must not enrol anew by itself', async () => {
  for (const text of ['', '{"kept":"sealed"', '{"kept":"elsewhere"}']) {
    await writeFile(path, text);
    await expect(store().load(), text).rejects.toThrow('damaged');
  }
});

test('a save that fails leaves the secret that was there', async () => {
  await store().save('old');
  await mkdir(`${path}.new`);
  await expect(store().save('new')).rejects.toThrow();
  expect(await store().load()).toBe('old');
});

import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { flushFolder } from '../journal/node-file-port';

/** The machine's own key store, as far as it is used: Electron's `safeStorage`. */
export interface KeyStore {
  /** False where the machine has none, or only a password known to everybody (`basic_text` on Linux). */
  protects(): Promise<boolean>;
  seal(text: string): Promise<Uint8Array>;
  unseal(bytes: Uint8Array): Promise<string>;
}

export interface SecretStoreOptions {
  path: string;
  keyStore: KeyStore;
  refusePlain: boolean;
  /** Told when the secret is kept without protection. */
  warn: (sentence: string) => void;
}

const SecretFile = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal('sealed'), base64: z.base64() }),
  z.object({ kept: z.literal('plain'), text: z.string() }),
]);
type SecretFile = z.infer<typeof SecretFile>;

export interface SecretStore {
  /** The secret kept last, or null when none ever was. @throws Error when there is one that cannot be read */
  load(): Promise<string | null>;
  /** Returns when the secret would survive a power cut. @throws Error where policy refuses an unprotected secret */
  save(secret: string): Promise<void>;
}

/** The device's secret in one file, sealed by the machine's key store where there is one. */
export function makeSecretStore(options: SecretStoreOptions): SecretStore {
  return {
    async load() {
      const text = await readIfThere(options.path);
      return text === null ? null : unsealed(options, parseSecretFile(text));
    },
    async save(secret) {
      await writeAtomically(options.path, JSON.stringify(await sealed(options, secret)));
    },
  };
}

async function sealed(
  { keyStore, refusePlain, warn }: SecretStoreOptions,
  text: string,
): Promise<SecretFile> {
  if (await keyStore.protects()) {
    return { kept: 'sealed', base64: Buffer.from(await keyStore.seal(text)).toString('base64') };
  }
  if (refusePlain) {
    throw new Error('This machine has no key store, and its settings refuse to keep a secret without one.');
  }
  warn('This machine has no key store: the device’s secret is kept in a file that only file rights protect.');
  return { kept: 'plain', text };
}

async function unsealed(options: SecretStoreOptions, file: SecretFile): Promise<string> {
  if (file.kept === 'sealed') return options.keyStore.unseal(Buffer.from(file.base64, 'base64'));
  if (options.refusePlain) {
    throw new Error(
      'The device’s secret was kept without protection, and this machine’s settings refuse that.',
    );
  }
  return file.text;
}

function parseSecretFile(text: string): SecretFile {
  try {
    return SecretFile.parse(JSON.parse(text));
  } catch {
    throw new Error('The file with the device’s secret is damaged: enrol this device again.');
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The old content or the new, never half of it: written beside, flushed, renamed, and the folder flushed. */
async function writeAtomically(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await flushFolder(dirname(path));
}

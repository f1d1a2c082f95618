import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { browserBridge } from '../../../src-renderer/bridge/browser-bridge';
import { openSecretBox } from '../../../src-renderer/bridge/secret-box';
import { type Folder, secretFile } from '../../../src-renderer/bridge/secret-file';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** A profile: its own files and its IndexedDB, each of which can be lost. */
class Profile {
  indexedDB = new IDBFactory();
  files = new Map<string, Uint8Array>();
  full = false;
  unreadable = false;

  bridge() {
    const { indexedDB } = this;
    const openBox = () => openSecretBox('secret', { indexedDB, IDBKeyRange });
    return browserBridge({ file: secretFile(this.#folder), openBox });
  }

  readonly #folder: Folder = async () => ({
    getFileHandle: async (name: string, options?: FileSystemGetFileOptions) => {
      if (this.unreadable) throw new DOMException('the file is locked', 'NotReadableError');
      if (!this.files.has(name) && !options?.create) throw new DOMException('no such file', 'NotFoundError');
      if (!this.files.has(name)) this.files.set(name, new Uint8Array());
      return this.#handle(name);
    },
    removeEntry: async (name: string) => void this.files.delete(name),
  });

  #handle(name: string): FileSystemFileHandle {
    return {
      getFile: async () => new Blob([Uint8Array.from(this.files.get(name) ?? [])]),
      createWritable: async () => {
        if (this.full) throw new DOMException('the disk is full', 'QuotaExceededError');
        let written = new Uint8Array();
        return {
          write: async (bytes: Uint8Array) => {
            written = Uint8Array.from(bytes);
          },
          close: async () => void this.files.set(name, written),
        };
      },
    } as unknown as FileSystemFileHandle;
  }
}

test('the secret outlives a lost IndexedDB, and is in both places again', async () => {
  const profile = new Profile();
  await profile.bridge().saveSecret('jeton');
  profile.indexedDB = new IDBFactory();
  expect(await profile.bridge().loadSecret()).toBe('jeton');
  const { indexedDB } = profile;
  await expect
    .poll(async () => (await openSecretBox('secret', { indexedDB, IDBKeyRange })).load())
    .toBe('jeton');
});

test.each([
  ['lost', undefined],
  ['damaged', new Uint8Array([1, 2, 3])],
])('the secret outlives a file that is %s, and is in both places again', async (_, content) => {
  const profile = new Profile();
  await profile.bridge().saveSecret('jeton');
  profile.files.clear();
  if (content) profile.files.set('ghiseu.secret', content);
  expect(await profile.bridge().loadSecret()).toBe('jeton');
  profile.indexedDB = new IDBFactory();
  expect(await profile.bridge().loadSecret()).toBe('jeton');
});

test('a file that cannot be read is not a device without a secret, unless the other place has it', async () => {
  const profile = new Profile();
  await profile.bridge().saveSecret('jeton');
  profile.unreadable = true;
  expect(await profile.bridge().loadSecret()).toBe('jeton');
  profile.indexedDB = new IDBFactory();
  await expect(profile.bridge().loadSecret()).rejects.toThrow('the file is locked');
});

test('a new secret that the file cannot take is the one that counts', async () => {
  const profile = new Profile();
  await profile.bridge().saveSecret('vechi');
  profile.full = true;
  await profile.bridge().saveSecret('nou');
  expect(await profile.bridge().loadSecret()).toBe('nou');
});

test('a secret that no place takes is not said to be kept', async () => {
  const profile = new Profile();
  profile.full = true;
  const broken = {
    file: secretFile(async () => {
      throw new DOMException('no file system', 'SecurityError');
    }),
    openBox: async () => {
      throw new DOMException('no database', 'UnknownError');
    },
  };
  await expect(browserBridge(broken).saveSecret('jeton')).rejects.toThrow('no file system');
});

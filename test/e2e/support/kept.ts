import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What a page's origin keeps, as text, by place. */
export type Kept = Record<'IndexedDB' | 'OPFS' | 'local and session storage' | 'caches' | 'address', string>;

/** Keys and values of all databases, all files, both storages, all cached answers, and what the address and history say. */
export const keptBy = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const bytesAsText = (_name: string, value: unknown) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
    const databaseNamed = async (name: string): Promise<string[]> => {
      const database = await resultOf(indexedDB.open(name));
      const texts: string[] = [];
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          resultOf(objects.getAllKeys()),
          resultOf(objects.getAll()),
        ]);
        texts.push(`${name} ${store} ${JSON.stringify(keys)} ${JSON.stringify(values, bytesAsText)}`);
      }
      database.close();
      return texts;
    };
    const filesOf = async (folder: FileSystemDirectoryHandle): Promise<string[]> => {
      const texts: string[] = [];
      for await (const entry of folder.values()) {
        if (entry.kind === 'directory') texts.push(...(await filesOf(entry as FileSystemDirectoryHandle)));
        else texts.push(`${entry.name} ${await (await (entry as FileSystemFileHandle).getFile()).text()}`);
      }
      return texts;
    };
    const cachedAnswers = async (): Promise<string[]> => {
      const texts: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          texts.push(`${request.url} ${await (await cache.match(request))?.text()}`);
      }
      return texts;
    };
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return {
      IndexedDB: (await Promise.all(names.map(databaseNamed))).flat().join('\n'),
      OPFS: (await filesOf(await navigator.storage.getDirectory())).join('\n'),
      'local and session storage': JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      caches: (await cachedAnswers()).join('\n'),
      address: JSON.stringify([location.href, history.length, history.state]),
    };
  });

/** Every file of a closed browser's profile, byte by byte: history, sessions, preferences and what pages keep. */
export async function profileBytes(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
  );
  return texts.join('\n');
}

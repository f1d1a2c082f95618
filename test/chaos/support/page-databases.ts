import type { Page } from '@playwright/test';

const begins = 'rxdb-dexie-ghiseu-cache';

/**
 * Watches from inside the page which databases of caches there are and tells `chaosDatabases` of each change: what a
 * cache swap looks like from outside the product.
 */
export const watchDatabases = `(() => {
  let told = '';
  const look = async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith('${begins}'));
    const now = names.sort().join(' ');
    if (now !== told) window.chaosDatabases((told = now));
    setTimeout(look, 4);
  };
  look();
})()`;

/** The caches that databases belong to: `rxdb-dexie-CACHE--VERSION--COLLECTION`. */
export const cachesIn = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => /^rxdb-dexie-(.*?)--/.exec(name)?.[1] ?? [])),
];

export const cacheDatabases = (page: Page): Promise<string[]> =>
  page.evaluate(
    async (start) =>
      (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith(start)),
    begins,
  );

/**
 * The documents of a collection in the page's only cache, past the product, without RxDB's own fields; null while there is
 * none: a swap may begin, and remove the cache, between the look at the names and the opening.
 */
export async function documentsInPage(
  page: Page,
  collection: string,
): Promise<Record<string, unknown>[] | null> {
  const names = await cacheDatabases(page);
  const name = names.find((one) => one.endsWith(`--${collection}`));
  if (!name || cachesIn(names).length !== 1) return null;
  const rows = await page.evaluate(async (database) => {
    const db = await new Promise<IDBDatabase | null>((resolve) => {
      const request = indexedDB.open(database);
      request.onupgradeneeded = () => request.transaction?.abort(); // it is gone: opening must not make it anew
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    });
    if (!db) return null;
    const all = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = db.transaction('docs').objectStore('docs').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return all;
  }, name);
  if (!rows) return null;
  return rows
    .filter(({ _deleted }) => _deleted !== '1' && _deleted !== true)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => !field.startsWith('_'))));
}

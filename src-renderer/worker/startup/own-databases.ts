import { removeDatabase } from '../db/rebuilt-databases';

/** `caches`: what was pulled, of any epoch. `all`: every database of ours; never the secret, the journal or the sentinel. */
export type Removal = 'caches' | 'all';

/** Returns when they are deleted; never while something else keeps one open. */
export async function removeOwnDatabases(
  { indexedDB, prefix }: { indexedDB: IDBFactory; prefix: string },
  removal: Removal,
): Promise<void> {
  const goes = (name: string): boolean =>
    isCache(name, prefix) ||
    (removal === 'all' && (name === keptName(prefix) || name.startsWith(`rxdb-dexie-${prefix}-`)));
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name && goes(name) ? name : []));
  await Promise.all(names.map((name) => removeDatabase(indexedDB, name)));
}

/** Whether a database holds a part of what was pulled. */
export const isCache = (name: string, prefix: string): boolean =>
  name.startsWith(`rxdb-dexie-${prefix}-cache-`);

/** The database of the kept store. */
export const keptName = (prefix: string): string => `${prefix}-device`;

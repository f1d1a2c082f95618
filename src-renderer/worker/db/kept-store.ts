import { Dexie, type DexieOptions, type Table } from 'dexie';
import { RebuiltDatabases, rebuiltWhenDamaged } from './rebuilt-databases';

/**
 * Small values a device keeps beside its cache and its journal: keys, verifiers, the clock, marks. Values are what
 * structured cloning can keep, so a WebCrypto key stays non-extractable.
 */
export interface KeptStore {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  /** All values whose key begins with `prefix`, by the rest of the key. */
  under(prefix: string): Promise<Map<string, unknown>>;
  removeUnder(prefix: string): Promise<void>;
  close(): void;
}

/** @throws when IndexedDB cannot be opened */
export async function openKeptStore(
  name: string,
  options: DexieOptions = {},
  rebuilt = new RebuiltDatabases(),
): Promise<KeptStore> {
  const database = new Dexie(name, options);
  database.version(1).stores({ kept: 'key' });
  rebuiltWhenDamaged(database, rebuilt);
  await database.open();
  const kept: Table<{ key: string; value: unknown }, string> = database.table('kept');
  return {
    get: async (key) => (await kept.get(key))?.value,
    put: async (key, value) => void (await kept.put({ key, value })),
    under: async (prefix) => {
      const rows = await kept.where('key').startsWith(prefix).toArray();
      return new Map(rows.map(({ key, value }) => [key.slice(prefix.length), value]));
    },
    removeUnder: async (prefix) => void (await kept.where('key').startsWith(prefix).delete()),
    close: () => database.close(),
  };
}

import { createRxDatabase, type RxCollection, type RxDatabase, type RxStorage } from 'rxdb';
import { z } from 'zod';
import type { CollectionName, PulledCollections } from '../../../shared/sync/collections';
import { pullOnlyStorage } from './pull-only-storage';
import { removeDatabase } from './rebuilt-databases';
import { pulledSchemas } from './schemas';
import { shortHash } from './short-hash';
import { Table } from './table';

/**
 * What the pulled documents belong to: another epoch or scope is another cache. Each cache that is built has a
 * generation of its own, so that no name ever comes back and nothing half removed is taken for a cache.
 */
export const CacheKey = z.object({
  epoch: z.string(),
  scopeVersion: z.string(),
  generation: z.int().nonnegative().default(0),
});
export type CacheKey = z.infer<typeof CacheKey>;

type Tables = { [Name in CollectionName]?: Table<PulledCollections[Name]> };

/** The pulled documents of one epoch, scope and schema: disposable, so that there is nothing to migrate or repair. */
export interface Cache {
  readonly name: string;
  readonly key: CacheKey;
  /** The collections that are open; more may be opened. */
  readonly held: readonly CollectionName[];
  table<Name extends CollectionName>(name: Name): Table<PulledCollections[Name]> | undefined;
  /** Opens those of the collections that are not open yet. @throws when one cannot be read */
  hold(collections: readonly CollectionName[]): Promise<void>;
  /**
   * Work that opens one of its databases once more: closing waits for it, so that it brings back nothing that is being
   * deleted. @throws when the cache is closed
   */
  whileOpen<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** Closes it and deletes its databases; never returns while something else keeps one of them open. */
  remove(): Promise<void>;
}

export interface CacheSetting {
  storage: RxStorage<unknown, unknown>;
  prefix: string;
  indexedDB: IDBFactory;
}

/** A cache's name says what it is of; with another release's schema it is another cache. */
export async function cacheName(prefix: string, key: CacheKey): Promise<string> {
  const parts = [key.epoch, key.scopeVersion, JSON.stringify(pulledSchemas())];
  const hashes = await Promise.all(parts.map(shortHash));
  return [`${prefix}-cache`, ...hashes, ...(key.generation > 0 ? [key.generation] : [])].join('-');
}

/** How the names of all IndexedDB databases of a cache begin. */
export const databasesOf = (name: string): string => `rxdb-dexie-${name}--`;

/** Opens the cache of a key, or makes it. @throws when the database cannot be read */
export async function openCache(
  setting: CacheSetting,
  key: CacheKey,
  collections: readonly CollectionName[],
): Promise<Cache> {
  const name = await cacheName(setting.prefix, key);
  const storage = pullOnlyStorage(setting.storage);
  const database = await createRxDatabase({ name, storage, multiInstance: false });
  const tables: Tables = {};
  const works = new Set<Promise<unknown>>();
  let open = true;
  const close = async (): Promise<void> => {
    open = false;
    await Promise.allSettled(works);
    await database.close();
  };
  const cache: Cache = {
    name,
    key,
    get held() {
      return Object.keys(tables) as CollectionName[];
    },
    table: (collection) => tables[collection],
    hold: async (wanted) => {
      const more = wanted.filter((collection) => !tables[collection]);
      if (more.length > 0) Object.assign(tables, await tablesOf(database, more));
    },
    whileOpen: async (work) => {
      if (!open) throw new Error(`${name} is closed`);
      const working = work().finally(() => works.delete(working));
      works.add(working);
      return working;
    },
    close,
    remove: async () => {
      await close();
      await removeDatabases(setting.indexedDB, (other) => other.startsWith(databasesOf(name)));
    },
  };
  await cache.hold(collections).catch(async (error: unknown) => {
    await close().catch(() => undefined); // what is the matter is told by the first error
    throw error;
  });
  return cache;
}

async function tablesOf(database: RxDatabase, names: readonly CollectionName[]): Promise<Tables> {
  const schemas = pulledSchemas();
  const opened = await database.addCollections(
    Object.fromEntries(names.map((name) => [name, { schema: schemas[name] }])),
  );
  return Object.fromEntries(
    names.map((name) => [name, new Table(opened[name] as unknown as RxCollection<{ id: string }>)]),
  ) as unknown as Tables;
}

/** Deletes databases by name: RxDB would only empty them and leave them behind. */
export async function removeDatabases(indexedDB: IDBFactory, goes: (name: string) => boolean): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name && goes(name) ? name : []));
  await Promise.all(names.map((name) => removeDatabase(indexedDB, name)));
}

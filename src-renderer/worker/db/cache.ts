import { createRxDatabase, type RxCollection, type RxStorage } from 'rxdb';
import type { CollectionName, PulledCollections } from '../../../shared/sync/collections';
import { pullOnlyStorage } from './pull-only-storage';
import { pulledSchemas } from './schemas';
import { shortHash } from './short-hash';
import { Table } from './table';

/** What the pulled documents belong to: another epoch or scope is another cache. */
export interface CacheKey {
  epoch: string;
  scopeVersion: string;
}

type Tables = { [Name in CollectionName]?: Table<PulledCollections[Name]> };

/** The pulled documents of one epoch, scope and schema: disposable, so that there is nothing to migrate or repair. */
export interface Cache {
  readonly name: string;
  readonly key: CacheKey;
  readonly held: readonly CollectionName[];
  table<Name extends CollectionName>(name: Name): Table<PulledCollections[Name]> | undefined;
  close(): Promise<void>;
  /** Closes it and deletes its documents. */
  remove(): Promise<void>;
}

export interface CacheSetting {
  storage: RxStorage<unknown, unknown>;
  prefix: string;
  collections: readonly CollectionName[];
}

async function cacheName(prefix: string, { epoch, scopeVersion }: CacheKey): Promise<string> {
  const parts = [epoch, scopeVersion, JSON.stringify(pulledSchemas())];
  return [`${prefix}-cache`, ...(await Promise.all(parts.map(shortHash)))].join('-');
}

/** Opens the cache of a key, or makes it. @throws when the database cannot be read */
export async function openCache(setting: CacheSetting, key: CacheKey): Promise<Cache> {
  const name = await cacheName(setting.prefix, key);
  const schemas = pulledSchemas();
  const storage = pullOnlyStorage(setting.storage);
  const database = await createRxDatabase({ name, storage, multiInstance: false });
  const opened = await database.addCollections(
    Object.fromEntries(
      setting.collections.map((collection) => [collection, { schema: schemas[collection] }]),
    ),
  );
  const tables = Object.fromEntries(
    setting.collections.map((collection) => [
      collection,
      new Table(opened[collection] as unknown as RxCollection<{ id: string }>),
    ]),
  ) as unknown as Tables;
  return {
    name,
    key,
    held: setting.collections,
    table: (collection) => tables[collection],
    close: async () => void (await database.close()),
    remove: async () => void (await database.remove()),
  };
}

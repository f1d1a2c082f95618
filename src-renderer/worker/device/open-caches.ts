import type { CollectionName } from '../../../shared/sync/collections';
import { type Cache, type CacheKey, cacheName, databasesOf, openCache, removeDatabases } from '../db/cache';
import { within } from '../startup/within';
import type { DeviceParts } from './device-parts';
import { heldCollections } from './held-collections';

/** Open beside a whole old cache and the submissions they are 13 collections, as many as RxDB's open edition allows. */
const first: readonly CollectionName[] = ['policy', 'staff', 'accounts', 'verdicts', 'readings'];

/** What of a device's collections a new cache is filled with before it takes the place of the old one. */
export const builtFirst = (collections: readonly CollectionName[]): CollectionName[] =>
  first.filter((name) => collections.includes(name));

/** The caches that are open: the one that is shown, and while it is built the next one. */
export class OpenCaches {
  readonly #parts: Pick<DeviceParts, 'deps' | 'replications' | 'enrolled'>;
  readonly #open = new Set<Cache>();

  constructor(parts: Pick<DeviceParts, 'deps' | 'replications' | 'enrolled'>) {
    this.#parts = parts;
  }

  /** With all of this device's collections. @throws when it cannot be read */
  whole(key: CacheKey): Promise<Cache> {
    return this.#with(key, heldCollections(this.#parts));
  }

  /**
   * With what is built first. One that was half built and cannot be read, or of which a part was found damaged, is begun
   * anew. @throws TooLate when something else keeps it open
   */
  async toBuild(key: CacheKey): Promise<Cache> {
    const { deps } = this.#parts;
    const databases = databasesOf(await cacheName(deps.prefix, key));
    const collections = builtFirst(heldCollections(this.#parts));
    const ofThis = (name: string): boolean => name.startsWith(databases);
    const found = await this.#with(key, collections).catch((error: unknown) => {
      console.error('the cache that was half built cannot be opened and is begun anew', error);
      return null;
    });
    if (found && ![...deps.rebuilt.names].some(ofThis)) return found;
    if (found) await this.remove(found);
    const removed = removeDatabases(deps.indexedDB, ofThis);
    await within(deps.pace.openingMs, 'deleting a cache', removed);
    return this.#with(key, collections);
  }

  /** Deletes one, and how far it had come. @throws TooLate when something else keeps it open */
  async remove(cache: Cache): Promise<void> {
    const { replications, deps } = this.#parts;
    await replications.forget(cache);
    await within(deps.pace.openingMs, 'deleting a cache', cache.remove());
    this.#open.delete(cache);
  }

  /** Closes all; what is kept stays. */
  async close(): Promise<void> {
    for (const cache of this.#open) await cache.close();
    this.#open.clear();
  }

  async #with(key: CacheKey, collections: readonly CollectionName[]): Promise<Cache> {
    const cache = await openCache(this.#parts.deps, key, collections);
    this.#open.add(cache);
    return cache;
  }
}

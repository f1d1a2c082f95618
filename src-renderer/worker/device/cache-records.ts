import { CacheKey, cacheName, databasesOf, removeDatabases } from '../db/cache';
import type { KeptStore } from '../db/kept-store';
import type { DataWorkerDeps } from '../deps';
import { isCache } from '../startup/own-databases';
import { within } from '../startup/within';
import { marksPrefix } from '../sync/replications';

const shownName = 'cache-key';
const nextName = 'cache-next';

/** What a device remembers of its caches: which one the next start opens, and which one is built. */
export class CacheRecords {
  readonly #kept: KeptStore;
  readonly #deps: DataWorkerDeps;

  constructor(kept: KeptStore, deps: DataWorkerDeps) {
    this.#kept = kept;
    this.#deps = deps;
  }

  shown(): Promise<CacheKey | null> {
    return this.#key(shownName);
  }

  next(): Promise<CacheKey | null> {
    return this.#key(nextName);
  }

  noteShown(key: CacheKey): Promise<void> {
    return this.#kept.put(shownName, key);
  }

  noteNext(key: CacheKey): Promise<void> {
    return this.#kept.put(nextName, key);
  }

  forgetNext(): Promise<void> {
    return this.#kept.removeUnder(nextName);
  }

  async forgetAll(): Promise<void> {
    await this.#kept.removeUnder(nextName);
    await this.#kept.removeUnder(shownName);
  }

  /** A key that no cache here has had. */
  async fresh({ epoch, scopeVersion }: Pick<CacheKey, 'epoch' | 'scopeVersion'>): Promise<CacheKey> {
    const known = [await this.shown(), await this.next()];
    const generation = Math.max(-1, ...known.flatMap((key) => key?.generation ?? [])) + 1;
    return { epoch, scopeVersion, generation };
  }

  /**
   * Deletes what is neither shown nor built: left behind by a swap that was cut short, or of another release's schema.
   * That one could never be opened by this code, so it makes room for the new one at once.
   * @throws TooLate when something else keeps one open
   */
  async sweep(): Promise<void> {
    const { prefix, indexedDB, pace } = this.#deps;
    const keys = [await this.shown(), await this.next()].filter((key) => key !== null);
    const names = await Promise.all(keys.map((key) => cacheName(prefix, key)));
    const goes = (database: string): boolean =>
      isCache(database, prefix) && !names.some((name) => database.startsWith(databasesOf(name)));
    await within(pace.openingMs, 'deleting old caches', removeDatabases(indexedDB, goes));
    for (const mark of (await this.#kept.under(marksPrefix)).keys()) {
      if (names.some((name) => mark.startsWith(`${name} `))) continue;
      await this.#kept.removeUnder(`${marksPrefix}${mark}`);
    }
  }

  async #key(name: string): Promise<CacheKey | null> {
    return CacheKey.nullable()
      .catch(null)
      .parse((await this.#kept.get(name)) ?? null);
  }
}

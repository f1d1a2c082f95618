import {
  BehaviorSubject,
  distinctUntilChanged,
  map,
  merge,
  NEVER,
  type Observable,
  Subject,
  switchMap,
} from 'rxjs';
import type { CollectionName, PulledCollections } from '../../../shared/sync/collections';
import type { Cache } from './cache';
import type { Change, Table } from './table';

/** The pulled documents, whichever cache holds them now; none before the first contact with the server. */
export class LocalData {
  /** The cache that every screen and every rule reads. */
  readonly cache$ = new BehaviorSubject<Cache | null>(null);
  /** One that is built beside it, and takes its place when it is complete. */
  readonly building$ = new BehaviorSubject<Cache | null>(null);
  /** How many documents of the one that is built are here; null: none is built. */
  readonly rebuilding$ = new BehaviorSubject<{ done: number; total: number | null } | null>(null);
  /** The server's epoch as last heard: verdicts of another one no longer count. */
  epoch: string | null = null;
  readonly #opened$ = new Subject<void>();

  get cache(): Cache | null {
    return this.cache$.value;
  }

  /** Whether the verdicts in a cache count. */
  counts({ key }: Cache): boolean {
    return this.epoch === null || key.epoch === this.epoch;
  }

  /** The cache whose verdicts count. */
  get countedCache(): Cache | null {
    const caches = [this.cache$.value, this.building$.value];
    return caches.find((cache) => cache && this.counts(cache)) ?? null;
  }

  /** The open cache holds more collections than before. */
  opened(): void {
    this.#opened$.next();
  }

  table<Name extends CollectionName>(name: Name): Table<PulledCollections[Name]> | undefined {
    return this.cache$.value?.table(name);
  }

  async get<Name extends CollectionName>(name: Name, id: string): Promise<PulledCollections[Name] | null> {
    return (await this.getMany(name, [id]))[0] ?? null;
  }

  /** Documents that are here. A read that fails because its cache was swapped meanwhile is made on the new one. */
  async getMany<Name extends CollectionName>(name: Name, ids: string[]): Promise<PulledCollections[Name][]> {
    for (;;) {
      const { cache } = this;
      try {
        return (await cache?.table(name)?.getMany(ids)) ?? [];
      } catch (error) {
        if (cache === this.cache) throw error;
      }
    }
  }

  /** What is written to a collection, over every change of cache. */
  changes$<Name extends CollectionName>(name: Name): Observable<Change<PulledCollections[Name]>[]> {
    return merge(this.cache$, this.#opened$).pipe(
      map(() => this.table(name)),
      distinctUntilChanged(),
      switchMap((table) => table?.changes$ ?? NEVER),
    );
  }
}

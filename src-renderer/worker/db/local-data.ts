import { BehaviorSubject, NEVER, type Observable, switchMap } from 'rxjs';
import type { CollectionName, PulledCollections } from '../../../shared/sync/collections';
import type { Cache } from './cache';
import type { Change, Table } from './table';

/** The pulled documents, whichever cache holds them now; none before the first contact with the server. */
export class LocalData {
  readonly cache$ = new BehaviorSubject<Cache | null>(null);

  get cache(): Cache | null {
    return this.cache$.value;
  }

  table<Name extends CollectionName>(name: Name): Table<PulledCollections[Name]> | undefined {
    return this.cache$.value?.table(name);
  }

  async get<Name extends CollectionName>(name: Name, id: string): Promise<PulledCollections[Name] | null> {
    return (await this.table(name)?.get(id)) ?? null;
  }

  async getMany<Name extends CollectionName>(name: Name, ids: string[]): Promise<PulledCollections[Name][]> {
    return (await this.table(name)?.getMany(ids)) ?? [];
  }

  /** What is written to a collection, over every change of cache. */
  changes$<Name extends CollectionName>(name: Name): Observable<Change<PulledCollections[Name]>[]> {
    return this.cache$.pipe(switchMap((cache) => cache?.table(name)?.changes$ ?? NEVER));
  }
}

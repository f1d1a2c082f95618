import type { RxStorage, RxStorageInstance, RxStorageInstanceCreationParams } from 'rxdb';
import { BehaviorSubject } from 'rxjs';
import { isNoSpace } from '../../../shared/journal/file-port';
import type { SyncStatus } from '../../data/sync-status';

/** Whether what is pulled can be written: each place says for itself, so that a small write does not hide that a page fails. */
export class StorageHealth {
  readonly state$ = new BehaviorSubject<SyncStatus['storage']>('ok');
  readonly #failing = new Map<string, 'full' | 'failing'>();

  failed(place: string, error: unknown): void {
    this.#failing.set(place, wantsSpace(error) ? 'full' : 'failing');
    this.#tell();
  }

  worked(place: string): void {
    if (this.#failing.delete(place)) this.#tell();
  }

  #tell(): void {
    const kinds = [...this.#failing.values()];
    const state = kinds.includes('full') ? 'full' : kinds.length > 0 ? 'failing' : 'ok';
    if (state !== this.state$.value) this.state$.next(state);
  }
}

/** Dexie and RxDB wrap what IndexedDB says. */
export function wantsSpace(error: unknown): boolean {
  for (let inner = error, depth = 0; inner && depth < 5; depth += 1) {
    if (isNoSpace(inner)) return true;
    const { inner: wrapped, cause } = inner as { inner?: unknown; cause?: unknown };
    inner = wrapped ?? cause;
  }
  return false;
}

/** A storage that tells how each collection's writes fare. */
export function watchedStorage<Internals, Options>(
  storage: RxStorage<Internals, Options>,
  health: StorageHealth,
): RxStorage<Internals, Options> {
  return {
    ...storage,
    createStorageInstance: async <Document>(params: RxStorageInstanceCreationParams<Document, Options>) =>
      watched(await storage.createStorageInstance(params), health),
  };
}

function watched<Document, Internals, Options>(
  instance: RxStorageInstance<Document, Internals, Options>,
  health: StorageHealth,
): RxStorageInstance<Document, Internals, Options> {
  const write = instance.bulkWrite.bind(instance);
  const place = `${instance.databaseName}/${instance.collectionName}`;
  instance.bulkWrite = async (rows, context) => {
    try {
      const result = await write(rows, context);
      health.worked(place);
      return result;
    } catch (error) {
      health.failed(place, error);
      throw error;
    }
  };
  const close = instance.close.bind(instance);
  instance.close = () => {
    health.worked(place); // what is closed no longer fails
    return close();
  };
  return instance;
}

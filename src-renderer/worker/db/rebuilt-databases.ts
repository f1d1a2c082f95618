import { Dexie } from 'dexie';
import { Subject } from 'rxjs';
import { sparingFirstFill } from './first-fill';
import { wantsSpace } from './storage-health';

/** Names of databases that could not be opened, were deleted and are empty since: the start-up check says so. */
export class RebuiltDatabases {
  readonly added$ = new Subject<string>();
  /** Names of those whose connection the browser closes under way, after an error of its disk or when the site's data is cleared. */
  readonly cutOff$ = new Subject<string>();
  readonly #names = new Set<string>();
  readonly #opened = new Set<string>();

  get names(): ReadonlySet<string> {
    return this.#names;
  }

  /** What was made anew is known to whoever has to do something about it. */
  forget(): void {
    this.#names.clear();
  }

  /** Databases were deleted: those that come in their place have never opened. */
  startOver(wasDeleted: (name: string) => boolean): void {
    this.#names.clear();
    for (const name of this.#opened) if (wasDeleted(name)) this.#opened.delete(name);
  }

  add(name: string): void {
    this.#names.add(name);
    this.added$.next(name);
  }

  opened(name: string): void {
    this.#opened.add(name);
  }

  /** Whether a database of this name opened before, since the start or since it was deleted. */
  hasOpened(name: string): boolean {
    return this.#opened.has(name);
  }
}

/**
 * A database that does not open is deleted and made anew: all of them can be filled again, from the journal or by the
 * server. A full disk is no damage: then nothing is deleted. Nor is anything that opened before in this run: a failure that
 * passes is likelier then than damage.
 */
export function rebuiltWhenDamaged(database: Dexie, rebuilt: RebuiltDatabases): void {
  const { name } = database;
  const opening = database.open.bind(database);
  const open = () =>
    opening().then((opened) => {
      rebuilt.opened(name);
      database.backendDB()?.addEventListener('close', () => rebuilt.cutOff$.next(name));
      return opened;
    });
  database.open = () =>
    open().catch(async (error: unknown) => {
      if (rebuilt.hasOpened(name) || wantsSpace(error)) throw error;
      console.error(`${name} could not be opened and is made anew`, error);
      database.close({ disableAutoOpen: false });
      await Dexie.Promise.resolve(deleteDatabase(database));
      rebuilt.add(name);
      return open();
    });
}

/** What is done to each of RxDB's databases before it opens. */
export const openingOf = (rebuilt: RebuiltDatabases) => (database: Dexie) => {
  sparingFirstFill(database);
  rebuiltWhenDamaged(database, rebuilt);
  if (database.name.includes(checkpoints)) closedWhenUnopened(database);
};

/** How RxDB's names of the databases of checkpoints go on after the schema's version. */
const checkpoints = '--rx-replication-meta-';

/**
 * RxDB remembers that a database did not open, and never tries again. One that is closed instead fails whatever is asked
 * of it, and can be closed and opened like any other.
 */
function closedWhenUnopened(database: Dexie): void {
  const open = database.open.bind(database);
  database.open = () =>
    open().catch((error: unknown) => {
      console.error(`${database.name} could not be opened`, error);
      database.close();
      return database;
    });
}

/** By the database's own IndexedDB, which in a test is not the global one. */
function deleteDatabase(database: Dexie): Promise<void> {
  const { indexedDB } = database._options as { indexedDB?: IDBFactory };
  return removeDatabase(indexedDB ?? globalThis.indexedDB, database.name);
}

/** Returns when the database is gone; never while something else keeps it open. */
export function removeDatabase(indexedDB: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`${name} could not be deleted`));
  });
}

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { openingOf, RebuiltDatabases } from '../../../../src-renderer/worker/db/rebuilt-databases';
import { damaged } from '../../../support/damaged-indexed-db';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A database as RxDB makes one, on an IndexedDB that can be told to open nothing. */
function databaseOf(name: string) {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  const disk = { opensNothing: false };
  const indexedDB = damaged(new IDBFactory(), () => disk.opensNothing);
  const rebuilt = new RebuiltDatabases();
  const again = (): Dexie => {
    const database = new Dexie(name, { indexedDB, IDBKeyRange, autoOpen: false });
    openingOf(rebuilt)(database);
    database.version(1).stores({ docs: 'id' });
    return database;
  };
  return { disk, rebuilt, database: again(), again };
}

test('a database that does not open at the start is made anew', async () => {
  const { disk, rebuilt, database } = databaseOf('rxdb-dexie-accounts');
  disk.opensNothing = true;
  await database.open();
  expect([...rebuilt.names]).toEqual(['rxdb-dexie-accounts']);
  expect(await database.table('docs').count()).toBe(0);
  database.close();
});

test('one that was open before and does not open for once loses nothing', async () => {
  const { disk, rebuilt, database } = databaseOf('rxdb-dexie-accounts');
  await database.open();
  await database.table('docs').put({ id: 'account-1' });
  database.close({ disableAutoOpen: false });
  disk.opensNothing = true;
  await expect(database.open()).rejects.toThrow();
  disk.opensNothing = false;
  await database.open();
  expect(rebuilt.names.size).toBe(0);
  expect(await database.table('docs').count()).toBe(1);
  database.close();
});

test('nor does one that RxDB opens with a new Dexie, as it does with each', async () => {
  const { disk, rebuilt, database, again } = databaseOf('rxdb-dexie-cache--0--rx-replication-meta-1');
  await database.open();
  await database.table('docs').put({ id: 'down|1' });
  database.close();
  disk.opensNothing = true;
  const unopened = again();
  await unopened.open();
  expect(unopened.isOpen()).toBe(false);
  disk.opensNothing = false;
  const opened = again();
  await opened.open();
  expect(rebuilt.names.size).toBe(0);
  expect(await opened.table('docs').count()).toBe(1);
  opened.close();
});

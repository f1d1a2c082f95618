import { Dexie, type Table } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test } from 'vitest';
import { sparingFirstFill } from '../../../../src-renderer/worker/db/first-fill';

interface Row {
  id: string;
  code: string;
  note?: unknown;
}

const open: Dexie[] = [];
afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

async function emptyTable(): Promise<Table<Row, string>> {
  const database = new Dexie('pulled', { indexedDB: new IDBFactory(), IDBKeyRange });
  open.push(database);
  sparingFirstFill(database);
  database.version(1).stores({ docs: 'id, &code' });
  await database.open();
  return database.table('docs');
}

/** As RxDB's storage writes a page: it looks for the documents and puts them, in one transaction. */
const writePage = (table: Table<Row, string>, rows: Row[]) =>
  table.db.transaction('rw', table, async () => {
    const before = await table.bulkGet(rows.map(({ id }) => id));
    await table.bulkPut(rows);
    return before.filter((row) => row !== undefined).length;
  });

const rows = (from: number, to: number): Row[] =>
  Array.from({ length: to - from }, (_, place) => ({ id: `a${from + place}`, code: `c${from + place}` }));

test('every document of every page of a first fill is there', async () => {
  const table = await emptyTable();
  expect(await writePage(table, rows(0, 50))).toBe(0);
  expect(await writePage(table, rows(50, 80))).toBe(0);
  expect(await writePage(table, [])).toBe(0);
  expect((await table.toArray()).toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))).toEqual(
    rows(0, 80),
  );
});

test('a document that comes a second time is found, and replaced', async () => {
  const table = await emptyTable();
  await writePage(table, rows(0, 3));
  expect(await writePage(table, [{ id: 'a1', code: 'c1', note: 'moved' }, ...rows(3, 5)])).toBe(1);
  expect(await table.get('a1')).toEqual({ id: 'a1', code: 'c1', note: 'moved' });
  expect(await table.count()).toBe(5);
});

test('of a page with a document that the database refuses, nothing is written, and the next page is', async () => {
  const table = await emptyTable();
  await writePage(table, rows(0, 2));
  const refused = [...rows(2, 4), { id: 'a9', code: 'c0' }, ...rows(4, 6)]; // another one has this code
  await expect(writePage(table, refused)).rejects.toMatchObject({ name: expect.stringMatching(/Error/) });
  expect(await table.count()).toBe(2);
  await writePage(table, rows(2, 6));
  expect(await table.count()).toBe(6);
});

test('of a page with a document that cannot even be copied, nothing is written', async () => {
  const table = await emptyTable();
  const broken = [...rows(0, 2), { id: 'a9', code: 'c9', note: () => undefined }];
  await expect(writePage(table, broken)).rejects.toMatchObject({ name: 'DataCloneError' });
  expect(await table.count()).toBe(0);
});

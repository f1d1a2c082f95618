import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FileJournal } from '../../../shared/journal/journal';
import type { DataWorkerDeps } from '../../../src-renderer/worker/deps';
import { reconcile } from '../../../src-renderer/worker/own/reconcile';
import {
  openProjection,
  type SubmissionsProjection,
} from '../../../src-renderer/worker/own/submissions-projection';
import { submission } from '../../src-main/journal/submission';
import { MemoryFile } from '../../support/memory-file';

let projection: SubmissionsProjection;
let opened = 0;

beforeEach(async () => {
  const storage = getRxStorageDexie({
    indexedDB: new IDBFactory(),
    IDBKeyRange,
  }) as DataWorkerDeps['storage'];
  opened += 1;
  projection = await openProjection(storage, `reconcile-${opened}`);
});
afterEach(() => projection.close());

async function journalWith(...seqs: number[]): Promise<{ file: MemoryFile; journal: FileJournal }> {
  const file = new MemoryFile();
  const journal = new FileJournal(file);
  await journal.load();
  for (const seq of seqs) await journal.append(submission(seq));
  return { file, journal: new FileJournal(file) };
}

const projected = async () =>
  (await projection.all()).toSorted((a, b) => a.deviceSeq - b.deviceSeq).map((one) => one);

test('a database that was wiped is rebuilt from the journal', async () => {
  const { journal } = await journalWith(1, 2, 3);
  expect(await reconcile(journal, projection)).toEqual([1, 2, 3].map(submission));
  expect(await projected()).toEqual([1, 2, 3].map(submission));
});

test('where the two differ, the journal is right', async () => {
  const { journal } = await journalWith(1);
  await projection.put([{ ...submission(1), receiptNumber: 'ANOTHER' }]);
  await reconcile(journal, projection);
  expect(await projected()).toEqual([submission(1)]);
});

test('a journal that is missing is written again from the database', async () => {
  const { journal, file } = await journalWith();
  await projection.put([submission(2), submission(1)]);
  expect(await reconcile(journal, projection)).toEqual([submission(1), submission(2)]);
  expect((await new FileJournal(file).load()).submissions).toEqual([submission(1), submission(2)]);
});

test('a submission whose journal line is damaged still counts, from the database', async () => {
  const { journal, file } = await journalWith(1, 2);
  await reconcile(journal, projection);
  file.bytes[40] = (file.bytes[40] ?? 0) ^ 1;
  const found = await reconcile(new FileJournal(file), projection);
  expect(found.map(({ deviceSeq }) => deviceSeq).toSorted()).toEqual([1, 2]);
  const again = await new FileJournal(file).load(); // so that no database need be kept for its sake
  expect(again).toMatchObject({ submissions: [submission(1), submission(2)], lastSeq: 2 });
  expect(again.setAside).toHaveLength(1);
});

test('a damaged line opens no number that another submission has', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { journal, file } = await journalWith(1, 2, 3);
  await reconcile(journal, projection);
  file.bytes[40] = (file.bytes[40] ?? 0) ^ 1;
  const damaged = new FileJournal(file);
  await reconcile(damaged, projection);
  const other = { ...submission(1), id: submission(9).id };
  await expect(damaged.append(other)).rejects.toMatchObject({ problem: 'not-in-order' });
  await damaged.append(submission(4));
  expect((await new FileJournal(file).load()).lastSeq).toBe(4);
});

test('a database that takes no more writes does not keep the journal from being read', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { journal } = await journalWith(1, 2);
  const full: SubmissionsProjection = {
    ...projection,
    put: async () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    },
  };
  expect(await reconcile(journal, full)).toEqual([1, 2].map(submission));
});

test('what only the database has counts, even where the journal cannot take it now', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { journal, file } = await journalWith();
  await projection.put([submission(1)]);
  file.failNextFlush = Object.assign(new Error('disk'), { code: 'ENOSPC' });
  expect(await reconcile(journal, projection)).toEqual([submission(1)]);
});

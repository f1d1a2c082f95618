import { appendFile, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { FileJournal, JournalError } from '../../../shared/journal/journal';
import { type NodeFilePortOptions, openNodeFilePort } from '../../../src-main/journal/node-file-port';
import { temporaryFolder } from '../support/temporary-folder';
import { submission } from './submission';

let path: string;
beforeEach(async () => {
  path = join(await temporaryFolder(), 'journal', 'submissions.journal');
});

async function openPort(options: NodeFilePortOptions = {}) {
  const port = await openNodeFilePort(path, options);
  onTestFinished(() => port.close());
  return port;
}

async function openJournal(options: NodeFilePortOptions = {}) {
  const journal = new FileJournal(await openPort(options));
  return { journal, loaded: await journal.load() };
}

test('a new machine’s journal is an empty file that only this user may read', async () => {
  const { loaded } = await openJournal();
  expect(loaded).toEqual({ submissions: [], orders: [], setAside: [], lastSeq: 0 });
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('what was appended is there, in order, after the application was started again', async () => {
  const { journal } = await openJournal();
  for (const seq of [1, 2, 3]) await journal.append(submission(seq));
  expect((await openJournal()).loaded.submissions).toEqual([submission(1), submission(2), submission(3)]);
});

test('whether there is room for another submission is known before it is typed', async () => {
  const floorBytes = 100 * 2 ** 20;
  let free = floorBytes + 2 ** 20;
  const { journal } = await openJournal({ floorBytes, freeBytes: async () => free });
  expect(await journal.hasRoom()).toBe(true);
  free = floorBytes + 1_000;
  expect(await journal.hasRoom()).toBe(false);
});

test('appends asked for at once are kept one after the other', async () => {
  const { journal } = await openJournal();
  await Promise.all([1, 2, 3, 4, 5].map((seq) => journal.append(submission(seq))));
  expect((await openJournal()).loaded.submissions).toHaveLength(5);
});

test('a second start appends behind what is there', async () => {
  await (await openJournal()).journal.append(submission(1));
  await (await openJournal()).journal.append(submission(2));
  expect((await openJournal()).loaded.submissions.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2]);
});

test('a line torn by a power cut is set aside and the next submission is kept whole', async () => {
  const { journal } = await openJournal();
  await journal.append(submission(1));
  await journal.append(submission(2));
  await truncate(path, (await stat(path)).size - 20);
  const second = await openJournal();
  expect(second.loaded.submissions).toEqual([submission(1)]);
  expect(second.loaded.setAside).toHaveLength(1);
  await second.journal.append(submission(2));
  expect((await openJournal()).loaded.submissions).toEqual([submission(1), submission(2)]);
});

test('what is no submission stays in the file as evidence', async () => {
  await (await openJournal()).journal.append(submission(1));
  await appendFile(path, 'not a line\n');
  await (await openJournal()).journal.append(submission(2));
  const { loaded } = await openJournal();
  expect([loaded.submissions.length, loaded.setAside]).toEqual([2, ['not a line']]);
});

test('with hardly any space left the journal refuses, and the file is as it was', async () => {
  await (await openJournal()).journal.append(submission(1));
  const before = await readFile(path);
  const { journal } = await openJournal({ freeBytes: async () => 1_000_000 });
  await expect(journal.append(submission(2))).rejects.toMatchObject({ problem: 'no-space' });
  expect(await readFile(path)).toEqual(before);
});

test('space made free again is used at the next try', async () => {
  let free = 0;
  const { journal } = await openJournal({ freeBytes: async () => free });
  await expect(journal.append(submission(1))).rejects.toBeInstanceOf(JournalError);
  free = 2 ** 40;
  await journal.append(submission(1));
  expect((await openJournal()).loaded.submissions).toEqual([submission(1)]);
});

test('a write lands where it is asked for, whatever the file holds', async () => {
  const port = await openPort();
  await port.write(new TextEncoder().encode('abcdef'), 0);
  await port.write(new TextEncoder().encode('XY'), 2);
  await port.truncate(5);
  await port.flush();
  expect(new TextDecoder().decode(await port.readAll())).toBe('abXYe');
});

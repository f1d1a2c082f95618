import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { FilePort } from '../../../shared/journal/file-port';
import { FileJournal } from '../../../shared/journal/journal';
import { submission } from '../../src-main/journal/submission';
import { MemoryFile } from '../../support/memory-file';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function nodeFile(): Promise<FilePort> {
  const folder = await mkdtemp(join(tmpdir(), 'ghiseu-journal-'));
  undo.push(() => rm(folder, { recursive: true }));
  const file: FileHandle = await open(join(folder, 'journal'), 'w+');
  undo.push(() => file.close());
  return {
    readAll: async () => {
      const bytes = new Uint8Array((await file.stat()).size);
      await file.read(bytes, 0, bytes.length, 0);
      return bytes;
    },
    write: async (bytes, at) => void (await file.write(bytes, 0, bytes.length, at)),
    flush: () => file.sync(),
    truncate: (size) => file.truncate(size),
  };
}

describe.each<[string, () => Promise<FilePort>]>([
  ['a file in memory', async () => new MemoryFile()],
  ['a file on disk', nodeFile],
])('a journal on %s', (_, openFile) => {
  /** A journal on the file as the next start finds it. */
  async function reopened(file: FilePort) {
    const journal = new FileJournal(file);
    return { journal, ...(await journal.load()) };
  }

  test('gives back what was appended, in order, after a restart', async () => {
    const file = await openFile();
    const { journal } = await reopened(file);
    await Promise.all([1, 2, 3].map((seq) => journal.append(submission(seq))));
    expect((await reopened(file)).submissions).toEqual([1, 2, 3].map(submission));
  });

  test('refuses what the next start could not read', async () => {
    const file = await openFile();
    const { journal } = await reopened(file);
    await expect(journal.append({ ...submission(1), capturedAt: 'now' })).rejects.toThrow('journal: failed');
    await journal.append(submission(1));
    expect(await reopened(file)).toMatchObject({ submissions: [submission(1)], setAside: [] });
  });

  test('refuses a number that is not above the last one, also after a restart', async () => {
    const file = await openFile();
    const { journal } = await reopened(file);
    await journal.append(submission(2));
    await expect(journal.append(submission(2))).rejects.toMatchObject({ problem: 'not-in-order' });
    const next = await reopened(file);
    await expect(next.journal.append(submission(1))).rejects.toMatchObject({ problem: 'not-in-order' });
    expect((await reopened(file)).submissions).toHaveLength(1);
  });

  test('closes off an end that was torn and goes on behind it', async () => {
    const file = await openFile();
    const { journal } = await reopened(file);
    await journal.append(submission(1));
    const { length } = await file.readAll();
    await journal.append(submission(2));
    await file.truncate(length + 20);
    const torn = await reopened(file);
    expect(torn.submissions).toEqual([submission(1)]);
    expect(torn.setAside).toHaveLength(1);
    await torn.journal.append(submission(3));
    const after = await reopened(file);
    expect(after.submissions).toEqual([submission(1), submission(3)]);
    expect(after.setAside).toHaveLength(1);
  });
});

test('a flush that fails leaves nothing behind and the next append is good', async () => {
  const file = new MemoryFile();
  const journal = new FileJournal(file);
  await journal.load();
  await journal.append(submission(1));
  file.failNextFlush = Object.assign(new Error('disk'), { code: 'ENOSPC' });
  await expect(journal.append(submission(2))).rejects.toMatchObject({ problem: 'no-space' });
  await journal.append(submission(2));
  expect(await journal.load()).toEqual({ submissions: [submission(1), submission(2)], setAside: [] });
});

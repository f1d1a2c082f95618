import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FileJournal } from '../../../shared/journal/journal';
import { FileSentinel } from '../../../shared/journal/sentinel';
import { JournalService } from '../../../src-main/journal/journal-service';
import { openNodeFilePort } from '../../../src-main/journal/node-file-port';
import { JournalCalls, type JournalPort } from '../../../src-renderer/worker/journal/journal-calls';
import { PortJournal } from '../../../src-renderer/worker/journal/port-journal';
import { submission } from '../../src-main/journal/submission';
import { temporaryFolder } from '../../src-main/support/temporary-folder';
import { MemoryFile } from '../../support/memory-file';
import { type JournalMedium, journalSuite } from './journal-suite';

async function inMemory(): Promise<JournalMedium> {
  const ports = [new MemoryFile(), new MemoryFile()] as const;
  return { ports, open: async () => new FileJournal(...ports) };
}

async function onDisk(): Promise<JournalMedium> {
  const folder = await temporaryFolder();
  const openPort = async (name: string) => {
    const port = await openNodeFilePort(join(folder, name));
    onTestFinished(() => port.close());
    return port;
  };
  const openPorts = async () => [await openPort('one'), await openPort('two')] as const;
  return { ports: await openPorts(), open: async () => new FileJournal(...(await openPorts())) };
}

async function inTheMainProcess(): Promise<JournalMedium> {
  const { ports, open } = await onDisk();
  return { ports, open: async () => overChannel(await open()) };
}

/** The journal as the data worker reaches it: every message crosses a real channel. */
function overChannel(journal: Awaited<ReturnType<JournalMedium['open']>>): PortJournal {
  const { port1, port2 } = new MessageChannel();
  const sentinel = new FileSentinel([new MemoryFile(), new MemoryFile()]);
  new JournalService({ journal, sentinel, tell: () => undefined }).serve({
    onMessage: (listener) => void port2.on('message', listener),
    postMessage: (reply) => port2.postMessage(reply),
    close: () => port2.close(),
  });
  onTestFinished(() => port1.close());
  return new PortJournal(new JournalCalls(port1 as unknown as JournalPort));
}

describe.each<[string, () => Promise<JournalMedium>]>([
  ['in memory', inMemory],
  ['on files of this machine', onDisk],
  ['in the main process, over its message port', inTheMainProcess],
])('a journal %s', (_, medium) => {
  for (const { fact, check } of journalSuite) test(fact, async () => check(await medium()));
});

test('a flush that fails leaves nothing behind and the next append is good', async () => {
  const file = new MemoryFile();
  const journal = new FileJournal(file);
  await journal.load();
  await journal.append(submission(1));
  file.failNextFlush = Object.assign(new Error('disk'), { code: 'ENOSPC' });
  await expect(journal.append(submission(2))).rejects.toMatchObject({ problem: 'no-space' });
  await journal.append(submission(2));
  expect(await journal.load()).toEqual({
    submissions: [submission(1), submission(2)],
    orders: [],
    setAside: [],
    lastSeq: 2,
  });
});

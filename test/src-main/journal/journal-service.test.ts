import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { JournalReply } from '../../../shared/ipc/journal-messages';
import type { FilePort } from '../../../shared/journal/file-port';
import { FileJournal, type Journal, JournalError } from '../../../shared/journal/journal';
import { FileSentinel } from '../../../shared/journal/sentinel';
import { type JournalPort, JournalService } from '../../../src-main/journal/journal-service';
import { openNodeFilePort } from '../../../src-main/journal/node-file-port';
import { MemoryFile } from '../../support/memory-file';
import { temporaryFolder } from '../support/temporary-folder';
import { submission } from './submission';

const unused = {
  lastSeq: 0,
  hasRoom: async () => true,
  has: async () => false,
  compact: async () => ({ kept: 0, dropped: 0 }),
};
const noSentinel = new FileSentinel([new MemoryFile(), new MemoryFile()]);

/** The main process's end over Node's message port. */
const portOf = (port: MessagePort): JournalPort => ({
  onMessage: (listener) => void port.on('message', listener),
  postMessage: (reply) => port.postMessage(reply),
  close: () => port.close(),
});

/** A page's end: asks and waits for the reply with the same number. */
function openPage(service: JournalService) {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port2.close());
  service.serve(portOf(port1));
  const replies: JournalReply[] = [];
  const closed = vi.fn();
  port2.on('message', (reply: JournalReply) => replies.push(reply));
  port2.on('close', closed);
  const ask = async (request: { call: number; [part: string]: unknown }) => {
    port2.postMessage(request);
    return vi.waitFor(() => {
      const reply = replies.find(({ call }) => call === request.call);
      if (!reply) throw new Error(`no reply to ${request.call} yet`);
      return reply;
    });
  };
  return { ask, post: (message: unknown) => port2.postMessage(message), replies, closed };
}

async function fileService() {
  const port = await openNodeFilePort(join(await temporaryFolder(), 'submissions.journal'));
  onTestFinished(() => port.close());
  const problems: string[] = [];
  return {
    service: new JournalService({
      journal: new FileJournal(port),
      sentinel: noSentinel,
      tell: (what) => problems.push(what),
    }),
    problems,
  };
}

const append = (call: number, deviceSeq: number) => ({
  call,
  do: 'append',
  submission: submission(deviceSeq),
});

test('a page loads, appends, and a reloaded page finds what was appended', async () => {
  const { service, problems } = await fileService();
  const first = openPage(service);
  expect(await first.ask({ call: 1, do: 'load' })).toEqual({
    call: 1,
    done: 'load',
    submissions: [],
    orders: [],
    setAside: [],
    lastSeq: 0,
  });
  expect(await first.ask(append(2, 1))).toEqual({ call: 2, done: 'append' });
  const second = openPage(service);
  const loaded = await second.ask({ call: 1, do: 'load' });
  expect(loaded).toMatchObject({ done: 'load', submissions: [submission(1)] });
  await vi.waitFor(() => expect(first.closed).toHaveBeenCalled());
  expect(problems).toEqual([]);
});

test('a page that appends before it has loaded overwrites nothing', async () => {
  const folder = await temporaryFolder();
  const open = async () => {
    const port = await openNodeFilePort(join(folder, 'submissions.journal'));
    onTestFinished(() => port.close());
    return new JournalService({
      journal: new FileJournal(port),
      sentinel: noSentinel,
      tell: () => undefined,
    });
  };
  await openPage(await open()).ask(append(1, 1));
  const page = openPage(await open());
  await page.ask(append(1, 2));
  expect(await page.ask({ call: 2, do: 'load' })).toMatchObject({
    submissions: [submission(1), submission(2)],
  });
});

test('"append" is answered only after the flush has returned', async () => {
  let flushed = () => {};
  const flush = vi.fn(() => new Promise<void>((resolve) => (flushed = resolve)));
  const port: FilePort = { readAll: () => new Uint8Array(), write: () => {}, truncate: () => {}, flush };
  const page = openPage(
    new JournalService({ journal: new FileJournal(port), sentinel: noSentinel, tell: () => undefined }),
  );
  const reply = page.ask(append(7, 1));
  await vi.waitFor(() => expect(flush).toHaveBeenCalled());
  expect(page.replies).toEqual([]);
  flushed();
  expect(await reply).toEqual({ call: 7, done: 'append' });
});

test.each(['no-space', 'not-in-order', 'failed'] as const)(
  'the problem "%s" reaches the page',
  async (problem) => {
    const journal: Journal = {
      ...unused,
      load: async () => ({ submissions: [], orders: [], setAside: [], lastSeq: 0 }),
      append: () => Promise.reject(new JournalError(problem)),
      appendOrders: () => Promise.reject(new JournalError(problem)),
    };
    const tell = vi.fn();
    const service = new JournalService({ journal, sentinel: noSentinel, tell });
    expect(await openPage(service).ask(append(3, 1))).toEqual({ call: 3, done: 'failed', problem });
    expect(tell).toHaveBeenCalledOnce();
  },
);

test('a journal that cannot be read is a failed load, not an empty one', async () => {
  const journal: Journal = {
    ...unused,
    load: () => Promise.reject(new Error('EIO')),
    append: async () => {},
    appendOrders: async () => {},
  };
  const page = openPage(new JournalService({ journal, sentinel: noSentinel, tell: () => undefined }));
  expect(await page.ask({ call: 1, do: 'load' })).toMatchObject({ done: 'failed' });
  expect(await page.ask(append(2, 1))).toMatchObject({ done: 'failed' });
});

test('what is no request is answered where it has a number, and keeps nothing', async () => {
  const { service, problems } = await fileService();
  const page = openPage(service);
  page.post('rubbish');
  page.post({ do: 'load' });
  expect(await page.ask({ call: 9, do: 'delete' })).toMatchObject({ call: 9, done: 'failed' });
  const damaged = { call: 10, do: 'append', submission: { ...submission(1), id: '../../etc' } };
  expect(await page.ask(damaged)).toMatchObject({ call: 10, done: 'failed' });
  expect(await page.ask({ call: 11, do: 'load' })).toMatchObject({ submissions: [] });
  expect([page.replies.length, problems.length]).toEqual([3, 4]);
});

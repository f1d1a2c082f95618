import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { type JournalReply, JournalRequest } from '../../../shared/ipc/journal-messages';
import { JournalCalls, type JournalPort } from '../../../src-renderer/worker/journal/journal-calls';
import { PortJournal } from '../../../src-renderer/worker/journal/port-journal';
import { submission } from '../../src-main/journal/submission';

const close: (() => void)[] = [];
afterEach(() => {
  for (const step of close.splice(0)) step();
});

/** A journal whose main process answers as told. */
function journalAnswering(answer: (request: JournalRequest) => JournalReply): PortJournal {
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (message) => port2.postMessage(answer(JournalRequest.parse(message))));
  close.push(() => port1.close());
  return new PortJournal(new JournalCalls(port1 as unknown as JournalPort));
}

test('what the main process keeps is given back', async () => {
  const journal = journalAnswering(({ call }) => ({
    call,
    done: 'load',
    submissions: [submission(1)],
    setAside: ['torn'],
    lastSeq: 1,
  }));
  expect(await journal.load()).toEqual({ submissions: [submission(1)], setAside: ['torn'], lastSeq: 1 });
});

test('an append returns when the main process says it is flushed', async () => {
  const kept: unknown[] = [];
  const journal = journalAnswering((request) => {
    if (request.do === 'append') kept.push(request.submission);
    return { call: request.call, done: 'append' };
  });
  await Promise.all([journal.append(submission(1)), journal.append(submission(2))]);
  expect(kept).toEqual([submission(1), submission(2)]);
});

test('a full disk over there is an error here', async () => {
  const journal = journalAnswering(({ call }) => ({ call, done: 'failed', problem: 'no-space' }));
  await expect(journal.append(submission(1))).rejects.toMatchObject({ problem: 'no-space' });
});

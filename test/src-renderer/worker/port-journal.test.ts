import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { type JournalReply, JournalRequest } from '../../../shared/ipc/journal-messages';
import { JournalCalls, type JournalPort } from '../../../src-renderer/worker/journal/journal-calls';
import { PortJournal } from '../../../src-renderer/worker/journal/port-journal';
import { submission } from '../../src-main/journal/submission';
import { orderRecord } from '../../support/order-record';

const paidOrder = orderRecord(1, { state: 'paid' });
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
    orders: [paidOrder],
    setAside: ['torn'],
    lastSeq: 1,
  }));
  expect(await journal.load()).toEqual({
    submissions: [submission(1)],
    orders: [paidOrder],
    setAside: ['torn'],
    lastSeq: 1,
  });
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

const hasty = { appendMs: 20, hasMs: 1_000 };

/** A main process that keeps lines and answers to an append only when told to. */
function slowJournal(keeps: boolean, patience = hasty) {
  const { port1, port2 } = new MessageChannel();
  let answerAppend = (): void => undefined;
  port2.on('message', (message) => {
    const { call, ...request } = JournalRequest.parse(message);
    if (request.do === 'has') port2.postMessage({ call, done: 'has', kept: keeps });
    else answerAppend = () => port2.postMessage({ call, done: 'append' });
  });
  close.push(() => port1.close());
  const journal = new PortJournal(new JournalCalls(port1 as unknown as JournalPort), patience);
  return { journal, answerAppend: () => answerAppend() };
}

test('a line whose answer was lost is saved when the main process has it', async () => {
  const { journal } = slowJournal(true);
  await journal.append(submission(4));
  expect(journal.lastSeq).toBe(4);
});

test('a line that the main process says it does not have is not saved', async () => {
  await expect(slowJournal(false).journal.append(submission(4))).rejects.toMatchObject({ problem: 'failed' });
});

test('a line that is flushed after it was said not to be saved shows up by itself', async () => {
  const { journal, answerAppend } = slowJournal(false);
  const late = new Promise((resolve) => journal.onLate(resolve));
  await expect(journal.append(submission(4))).rejects.toThrow();
  answerAppend();
  expect(await late).toEqual(submission(4));
  expect(journal.lastSeq).toBe(4);
});

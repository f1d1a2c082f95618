import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { PeriodReading } from '../../../shared/model/account';
import type { Submission } from '../../../shared/model/submission';
import { receiptNumberOf } from '../../../shared/receipt-number';
import type { AccountView } from '../../../src-renderer/data/account-view';
import { counterAtWork, saveIndex, smallUtility } from '../../support/counter';
import type { TestDevice } from '../../support/device';
import { accountDocument, historyDocument, monthReading, verdictOn } from '../../support/documents';
import type { ScriptedServer } from '../../support/scripted-server';

const account = { accountId: 'account-1' };

/** What the server tells once it has accepted an index: the account, its history and the verdict. */
function accepted(submission: Submission) {
  const { id: submissionId, capturedAt } = submission;
  const reading = monthReading('2026-11', 1250, { submissionId, capturedAt, source: 'clerk' });
  const [meter] = accountDocument(1).meters;
  if (!meter) throw new Error('an account has a meter');
  const history = historyDocument(1);
  return {
    accounts: [
      accountDocument(1, { meters: [{ ...meter, latestReadings: [reading, ...meter.latestReadings] }] }),
    ],
    readings: [{ ...history, months: [...history.months, { ...reading, consumptionM3: 16 }] }],
    verdicts: [verdictOn(submission, { summary: { period: '2026-11', index: 1250, meterId: 'meter-1' } })],
  };
}

async function savedAndSent(server: ScriptedServer, device: TestDevice): Promise<Submission> {
  await saveIndex(device, 1, 1250);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const [submission] = server.received.flat();
  if (!submission) throw new Error('one was sent');
  return submission;
}

const shown = (view: AccountView | null) => ({
  current: view?.meters[0]?.current?.index,
  last: view?.meters[0]?.months.at(-1),
  previous: view?.meters[0]?.previous.index,
});

const orders = [
  ['verdicts', 'accounts', 'readings'],
  ['accounts', 'readings', 'verdicts'],
  ['readings', 'verdicts', 'accounts'],
] as const;

test.each(orders)('nothing flickers when %s, %s and %s arrive in this order', async (...order) => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const submission = await savedAndSent(server, device);
  const views: (AccountView | null)[] = [];
  const stop = await device.api.watch('account', account, (view) => views.push(view));
  const documents = accepted(submission);
  for (const name of order) {
    server.put({ [name]: documents[name] });
    await vi.waitFor(() => expect(server.requests.at(-1)).toBe(`GET /sync/pull/${name}`));
  }
  await vi.waitFor(() => {
    const view = views.at(-1);
    expect(view?.meters[0]?.currentSubmission?.state).toBe('received');
    expect(view?.account.meters[0]?.latestReadings[0]?.index).toBe(1250);
  });
  stop();
  for (const view of views) {
    expect(shown(view)).toMatchObject({
      current: 1250,
      previous: 1234,
      last: { period: '2026-11', consumptionM3: 16 },
    });
  }
});

test('a refused index is no longer shown as this month’s, and its reason is', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const submission = await savedAndSent(server, device);
  server.put({
    verdicts: [verdictOn(submission, { outcome: 'refused', findings: [{ code: 'account-closed' }] })],
  });
  const view = await device.until('account', account, (seen) => seen?.meters[0]?.current === null);
  expect(view?.meters[0]?.submissions[0]).toMatchObject({
    state: 'refused',
    findings: [{ code: 'account-closed' }],
  });
});

test('an index that the server could not record is no longer shown as this month’s', async () => {
  const server = smallUtility();
  server.answer = ({ id }) => ({ id, outcome: 'not-recorded', findings: [{ code: 'malformed' }] });
  const device = await counterAtWork(server);
  await saveIndex(device, 1, 1250);
  const view = await device.until(
    'account',
    account,
    (seen) => seen?.meters[0]?.submissions[0]?.state === 'set-aside',
  );
  expect(view?.meters[0]?.current).toBeNull();
  const { hits } = await device.until('search', { text: 'minerului 1', limit: 10 }, (seen) => !!seen.hits[0]);
  expect(hits[0]?.month).toBe('nothing-yet');
});

test('a value sent again in the window is counted from last month’s, never from the one sent before', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  await saveIndex(device, 1, 1250);
  const check = await device.api.checkEntry({ ...account, meterId: 'meter-1', entry: '1245' });
  expect(check).toMatchObject({
    consumptionM3: 11,
    gate: 'clear',
    findings: [{ code: 'already-sent', sentIndex: 1250 }],
  });
  expect(await saveIndex(device, 1, 1245)).toMatchObject({ outcome: 'saved' });
  const view = await device.until('account', account, (seen) => seen?.meters[0]?.current?.index === 1245);
  expect(view?.meters[0]?.months.at(-1)).toMatchObject({ index: 1245, consumptionM3: 11 });
});

test('a search shows where this month’s index stands', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const month = (state: string) =>
    device.until('search', { text: 'minerului 1', limit: 10 }, ({ hits }) => hits[0]?.month === state);
  await month('nothing-yet');
  const submission = await savedAndSent(server, device);
  await month('kept-here');
  server.put({ verdicts: [verdictOn(submission)] });
  await month('received');
});

test('a search says of an index that waits for a supervisor that it is held, from whichever counter', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const submission = await savedAndSent(server, device);
  const summary = { period: '2026-11', index: 1250, meterId: 'meter-1' };
  server.put({
    verdicts: [
      verdictOn(submission, { outcome: 'held', summary }),
      verdictOn(submission, {
        ...{ id: 'of-a-colleague', deviceId: 'device-2', accountId: 'account-2', outcome: 'held' },
        summary: { ...summary, meterId: 'meter-2' },
      }),
    ],
  });
  for (const text of ['minerului 1', 'minerului 2'])
    await device.until('search', { text, limit: 10 }, ({ hits }) => hits[0]?.month === 'held');
});

describe('a reading from elsewhere', () => {
  async function pulled(changes: Partial<PeriodReading> = {}) {
    const server = smallUtility();
    const device = await counterAtWork(server);
    const [meter] = accountDocument(1).meters;
    if (!meter) throw new Error('an account has a meter');
    const latestReadings = [monthReading('2026-11', 1250, changes), ...meter.latestReadings];
    server.put({ accounts: [accountDocument(1, { meters: [{ ...meter, latestReadings }] })] });
    const view = await device.until('account', account, (seen) => seen?.meters[0]?.current?.index === 1250);
    return view?.meters[0];
  }

  test('is on the screen as soon as it is pulled', async () => {
    expect((await pulled())?.currentSubmission).toBeNull();
  });

  test('has the receipt number that its sender was given', async () => {
    const submissionId = '019a7b2c-4d5e-7f60-8123-456789abcdef';
    const digest = createHash('sha256').update(submissionId).digest();
    expect((await pulled({ submissionId }))?.currentReceipt).toBe(receiptNumberOf(digest));
  });

  test('has none when nobody sent it', async () => {
    expect(
      (await pulled({ submissionId: 'import-meter-1-2026-11', source: 'reader' }))?.currentReceipt,
    ).toBeNull();
  });
});

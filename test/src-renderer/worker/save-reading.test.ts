import { afterEach, expect, test, vi } from 'vitest';
import { decodeLines } from '../../../shared/journal/journal-line';
import { Table } from '../../../src-renderer/worker/db/table';
import { counterAtWork, counterOf, restarted, saveIndex, smallUtility } from '../../support/counter';
import { Machine } from '../../support/device';
import { accountDocument } from '../../support/documents';

afterEach(() => {
  vi.restoreAllMocks();
});

const entry = { accountId: 'account-1', meterId: 'meter-1' };

test('the journal has flushed before "saved" is said and before anything is sent', async () => {
  const server = smallUtility();
  const machine = new Machine();
  const device = await counterAtWork(server, { machine });
  const events: string[] = [];
  machine.journal.onEvent = (event) => events.push(event);
  server.answer = ({ id }) => {
    events.push('sent');
    return { id, outcome: 'accepted', findings: [] };
  };
  const saved = await saveIndex(device, 1, 1250).then((outcome) => {
    events.push('saved');
    return outcome;
  });
  await vi.waitFor(() => expect(events).toContain('sent'));
  expect(events.slice(0, 2)).toEqual(['write', 'flush']);
  expect(events.slice(2).toSorted()).toEqual(['saved', 'sent']);
  const [kept] = decodeLines(machine.journal.bytes).submissions;
  expect(saved).toMatchObject({
    submission: { id: kept?.id, receiptNumber: kept?.receiptNumber },
  });
  expect(kept).toMatchObject({
    deviceId: 'device-1',
    deviceSeq: 1,
    kind: 'reading',
    payload: { ...entry, index: 1250 },
    capturedAt: '2026-11-26T08:00:00.000Z',
    clock: { offsetMs: 0, restarted: false },
    actor: { kind: 'staff', staffId: 'staff-ana', displayName: 'Ana Pop' },
    onBehalfOf: 'account-1',
    policyVersion: 'policy-1',
  });
});

test('a journal that cannot write means not saved, and nothing is sent or shown', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = smallUtility();
  const machine = new Machine();
  const device = await counterAtWork(server, { machine });
  machine.journal.failNextFlush = Object.assign(new Error('disk'), { code: 'ENOSPC' });
  expect(await saveIndex(device, 1, 1250)).toEqual({ outcome: 'not-saved', reason: 'no-space' });
  machine.journal.failNextFlush = new Error('broken');
  expect(await saveIndex(device, 1, 1250)).toEqual({ outcome: 'not-saved', reason: 'journal-failed' });
  expect(await device.until('submissions', { show: 'waiting' })).toEqual([]);
  expect(await saveIndex(device, 1, 1250)).toMatchObject({ outcome: 'saved' });
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  expect(server.received.flat()[0]?.deviceSeq).toBe(1);
});

test('an index below last month’s is blocked, an unusual one asks first', async () => {
  const device = await counterAtWork(smallUtility());
  expect(await saveIndex(device, 1, 1200)).toMatchObject({
    outcome: 'blocked',
    findings: [{ code: 'index-below-previous', previousIndex: 1234 }],
  });
  expect(await saveIndex(device, 1, '12x')).toMatchObject({ outcome: 'blocked' });
  expect(await saveIndex(device, 1, 1900)).toMatchObject({
    outcome: 'to-confirm',
    findings: [{ code: 'consumption-high', consumptionM3: 666 }],
  });
  const saved = await device.api.saveReading({ ...entry, entry: '1900' }, ['consumption-high']);
  expect(saved.outcome).toBe('saved');
});

test('two saves at once are numbered one after the other, and the second knows of the first', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const outcomes = await Promise.all([saveIndex(device, 1, 1250), saveIndex(device, 1, 1251)]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
  const next = await restarted(device, server);
  const view = await next.until('account', { accountId: 'account-1' }, (seen) => seen !== null);
  expect(view?.meters[0]?.submissions.map(({ index }) => index)).toEqual([1251, 1250]);
  expect(view?.meters[0]?.current?.index).toBe(1251);
});

test('outside the window nothing is saved and the next window is named', async () => {
  const server = smallUtility();
  server.now = '2026-11-20T08:00:00.000Z';
  const device = await counterAtWork(server, { machine: new Machine(server.now) });
  expect(await saveIndex(device, 1, 1250)).toMatchObject({
    outcome: 'blocked',
    findings: [{ code: 'window-closed', nextFrom: '2026-11-25', nextTo: '2026-11-30' }],
  });
});

test('an index can be entered before the history has arrived', async () => {
  const server = smallUtility();
  server.problem = (request) =>
    request === 'GET /sync/pull/readings' ? { status: 500, code: 'server-trouble' } : null;
  const device = await counterOf(server);
  await device.until('status', null, ({ accountsReady }) => accountsReady);
  await vi.waitFor(async () => {
    expect((await device.api.signIn('ana', server.password)).outcome).toBe('signed-in');
  });
  expect(await saveIndex(device, 1, 1250)).toMatchObject({ outcome: 'saved' });
  const view = await device.until('account', { accountId: 'account-1' }, (seen) => seen !== null);
  expect(view?.historyReady).toBe(false);
  expect(view?.meters[0]?.months.at(-1)).toMatchObject({ index: 1250, consumptionM3: 16 });
});

test('an account that is gone says so', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  expect(await saveIndex(device, 99, 1250)).toEqual({ outcome: 'not-saved', reason: 'account-gone' });
  server.put({ accounts: [accountDocument(1, { status: 'closed' })] });
  await device.until('account', { accountId: 'account-1' }, (seen) => seen?.account.status === 'closed');
  expect(await saveIndex(device, 1, 1250)).toMatchObject({
    outcome: 'blocked',
    findings: [{ code: 'account-closed' }],
  });
});

test('what is in the journal is said to be saved, even where its account can no longer be read', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = smallUtility();
  const machine = new Machine();
  const device = await counterAtWork(server, { machine });
  machine.journal.onEvent = () => vi.spyOn(Table.prototype, 'getMany').mockRejectedValue(new Error('closed'));
  expect(await saveIndex(device, 1, 1250)).toMatchObject({
    outcome: 'saved',
    submission: { index: 1250, accountId: 'account-1', holderName: null },
  });
});

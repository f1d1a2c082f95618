import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { type KeptStore, openKeptStore } from '../../../src-renderer/worker/db/kept-store';
import { usualPace } from '../../../src-renderer/worker/sync/pace';
import { counterAtWork, counterOf, restarted, saveIndex, smallUtility } from '../../support/counter';
import { Machine } from '../../support/device';
import { verdictOn } from '../../support/documents';

const indexes = (rows: readonly { payload: Record<string, unknown> }[]) =>
  rows.map(({ payload }) => payload.index);

test('what waited during an outage is sent in the order it was saved', async () => {
  const server = smallUtility(5);
  const device = await counterAtWork(server);
  server.goDown();
  for (const number of [1, 2, 3, 4, 5]) await saveIndex(device, number, 1240 + number);
  const status = await device.until('status', null, ({ connection }) => connection.state === 'offline');
  expect(status.waiting.submissions).toBe(5);
  server.down = false;
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(5));
  expect(indexes(server.received.flat())).toEqual([1241, 1242, 1243, 1244, 1245]);
});

test('a row the server cannot record is set aside, is still so after a restart, and holds up no other', async () => {
  const server = smallUtility(3);
  const device = await counterAtWork(server);
  server.answer = ({ id, payload }) =>
    payload.index === 1242
      ? { id, outcome: 'not-recorded', findings: [{ code: 'id-reused' }] }
      : { id, outcome: 'accepted', findings: [] };
  server.goDown();
  for (const number of [1, 2, 3]) await saveIndex(device, number, 1240 + number);
  server.down = false;
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(3));
  const attention = await device.until('submissions', { show: 'attention' }, (list) => list.length === 1);
  expect(attention[0]).toMatchObject({ state: 'set-aside', index: 1242, findings: [{ code: 'id-reused' }] });
  server.put({
    verdicts: server.received
      .flat()
      .filter(({ payload }) => payload.index !== 1242)
      .map((one) => verdictOn(one)),
  });
  await device.until('status', null, ({ waiting, refused }) => waiting.submissions === 0 && refused === 1);
  const next = await restarted(device, server);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(4)); // offered once more
  const status = await next.until('status', null, ({ refused }) => refused === 1);
  expect(status.waiting.submissions).toBe(0);
});

test('what was set aside is offered once more at the next start, and is settled when the server takes it', async () => {
  const server = smallUtility(1);
  const device = await counterAtWork(server);
  server.answer = ({ id }) => ({ id, outcome: 'not-recorded', findings: [{ code: 'malformed' }] });
  await saveIndex(device, 1, 1250);
  await device.until('status', null, ({ refused }) => refused === 1);
  server.answer = (one) => {
    queueMicrotask(() => server.put({ verdicts: [verdictOn(one)] }));
    return { id: one.id, outcome: 'accepted', findings: [] };
  };
  const next = await restarted(device, server);
  await next.until('submissions', { show: 'today' }, ([one]) => one?.state === 'received');
  const { refused, waiting } = await next.until('status', null, (status) => status.refused === 0);
  expect([refused, waiting.submissions]).toEqual([0, 0]);
  expect(server.received.flat()).toHaveLength(2);
});

test.each([
  { status: 400, code: 'bad-request' },
  { status: 500, code: 'server-trouble' },
] as const)(
  'a greeting answered with $status is the server’s trouble, and what waits is sent',
  async (problem) => {
    const server = smallUtility(1);
    const device = await counterAtWork(server);
    server.goDown();
    await saveIndex(device, 1, 1250);
    server.problem = (request) => (request === 'POST /sync/welcome' ? problem : null);
    server.down = false;
    const troubled = await device.until('status', null, ({ connection }) => {
      return connection.state === 'offline' && connection.reason === 'server-trouble';
    });
    expect(troubled.accountsReady).toBe(true);
    await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
    expect((await device.until('status', null)).connection.state).toBe('offline');
    server.problem = () => null;
    await device.until('status', null, ({ connection }) => connection.state === 'online');
  },
);

test('a row that cannot even be kept as set aside holds up no other', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = smallUtility(2);
  const machine = new Machine();
  const { indexedDB, prefix } = machine;
  const full = await openKeptStore(`${prefix}-device`, { indexedDB, IDBKeyRange });
  const openKept = async (): Promise<KeptStore> => ({
    ...full,
    put: async (key, value) => {
      if (key.startsWith('set-aside')) throw new DOMException('the disk is full', 'QuotaExceededError');
      await full.put(key, value);
    },
  });
  const device = await counterAtWork(server, { machine, deps: { openKept } });
  server.answer = ({ id }) => ({ id, outcome: 'not-recorded', findings: [{ code: 'malformed' }] });
  await saveIndex(device, 1, 1250);
  await device.until('status', null, ({ refused }) => refused === 1);
  await saveIndex(device, 2, 1250);
  await device.until('status', null, ({ refused }) => refused === 2);
  expect(server.received.map((rows) => rows.length)).toEqual([1, 1]);
});

test('an answer settles nothing: without its verdict document a submission waits and is sent again, in time', async () => {
  const server = smallUtility();
  const machine = new Machine();
  const device = await counterAtWork(server, { machine });
  await saveIndex(device, 1, 1250);
  const sent = await device.until('submissions', { show: 'waiting' }, ([first]) => first?.state === 'sent');
  expect(sent).toHaveLength(1);
  await device.api.syncNow();
  await saveIndex(device, 2, 1250);
  await vi.waitFor(() => expect(server.received).toHaveLength(2));
  expect(server.received[1]).toHaveLength(1); // the first was answered a moment ago
  machine.clock.advance(61_000);
  await device.api.syncNow();
  await vi.waitFor(() => expect(server.received[2]).toHaveLength(2));
});

test('a reply without an answer to each submission is trouble: they are not sent again without a pause', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = smallUtility(2);
  const short: typeof fetch = async (input, init) => {
    const response = await server.fetch(input, init);
    if (!String(input).endsWith('/sync/submissions')) return response;
    return Response.json({ ...(await response.json()), answers: [] });
  };
  const rarely = { firstMs: 3_600_000, mostMs: 3_600_000 };
  const machine = new Machine();
  const pace = { ...usualPace, trouble: rarely };
  const device = await counterAtWork(server, { machine, fetch: short, deps: { pace } });
  await saveIndex(device, 1, 1250);
  await vi.waitFor(() => expect(errors.mock.calls.flat().join()).toContain('0 answers to 1 submissions'));
  await saveIndex(device, 2, 1250);
  await device.api.syncNow();
  await device.until('submissions', { show: 'waiting' }, (list) => list.length === 2);
  expect(server.received).toHaveLength(1);
  errors.mockRestore();
});

test('a held and a refused submission are counted and listed with their reasons', async () => {
  const server = smallUtility(2);
  const device = await counterAtWork(server);
  await saveIndex(device, 1, 1250);
  await saveIndex(device, 2, 1250);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(2));
  const [first, second] = server.received.flat();
  if (!first || !second) throw new Error('two were sent');
  server.put({
    verdicts: [
      verdictOn(first, { outcome: 'held', findings: [{ code: 'clock-unsure' }] }),
      verdictOn(second, { outcome: 'refused', findings: [{ code: 'account-closed' }] }),
    ],
  });
  const status = await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  expect(status).toMatchObject({ held: 1, refused: 1 });
  const list = await device.until('submissions', { show: 'attention' });
  expect(list.map(({ state, findings }) => [state, findings])).toEqual([
    ['refused', [{ code: 'account-closed' }]],
    ['held', [{ code: 'clock-unsure' }]],
  ]);
});

test('a device the server no longer knows keeps what waits and says that it is locked out', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.problem = () => ({ status: 401, code: 'unauthenticated' });
  await saveIndex(device, 1, 1250);
  const status = await device.until('status', null, ({ connection }) => connection.state === 'locked-out');
  expect(status.connection).toEqual({ state: 'locked-out', problem: 'unauthenticated' });
  expect(status.waiting.submissions).toBe(1);
  server.problem = () => null;
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
});

test('a protocol that is too old stops the pulls and not what was saved', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.problem = (request) =>
    request.includes('/sync/pull/') ? { status: 426, code: 'protocol-too-old' } : null;
  await device.api.syncNow();
  await device.until('status', null, ({ connection }) => connection.state === 'locked-out');
  await saveIndex(device, 1, 1250);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const { connection } = await device.until('status', null);
  expect(connection).toEqual({ state: 'locked-out', problem: 'protocol-too-old' });
});

test('a revoked device loses what it pulled and keeps what waits', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.goDown();
  await saveIndex(device, 1, 1250);
  server.problem = () => ({ status: 403, code: 'device-revoked' });
  server.down = false;
  expect(await device.until('device', null, ({ state }) => state === 'revoked')).toMatchObject({
    device: { id: 'device-1' },
  });
  expect(await device.until('account', { accountId: 'account-1' })).toBeNull();
  expect(await device.until('session', null)).toBeNull();
  const next = await restarted(device, server);
  expect((await next.until('device', null)).state).toBe('revoked');
  expect((await next.until('status', null)).waiting.submissions).toBe(1);
});

test('a wipe that was cut short is finished at the next start, server or no server', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const { indexedDB, prefix } = device.machine;
  await device.stop();
  const kept = await openKeptStore(`${prefix}-device`, { indexedDB, IDBKeyRange });
  await kept.put('revoked', true);
  kept.close();
  expect(await pulledRows(device.machine)).toBeGreaterThan(0);
  server.goDown();
  const next = await counterOf(server, { machine: device.machine });
  expect((await next.until('device', null)).state).toBe('revoked');
  expect(await pulledRows(device.machine)).toBe(0);
});

/** Documents in all of a machine's caches. */
async function pulledRows({ indexedDB, prefix }: Machine): Promise<number> {
  const databases = await indexedDB.databases();
  const caches = databases.flatMap(({ name }) => (name?.includes(`${prefix}-cache`) ? name : []));
  let rows = 0;
  for (const name of caches) {
    const database = new Dexie(name, { indexedDB, IDBKeyRange });
    await database.open();
    for (const table of database.tables) if (table.name === 'docs') rows += await table.count();
    database.close();
  }
  return rows;
}

test('a machine started while the server is down says so, and since when', async () => {
  const server = smallUtility();
  const device = await counterOf(server);
  await device.synced();
  server.goDown();
  const next = await restarted(device, server);
  const { connection } = await next.until('status', null, (status) => status.connection.state === 'offline');
  expect(connection).toEqual({ state: 'offline', reason: 'unreachable', since: '2026-11-26T08:00:00.000Z' });
});

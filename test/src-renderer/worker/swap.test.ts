import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { collectionNames } from '../../../shared/sync/collections';
import { type SwapStep, swapSteps } from '../../../src-renderer/worker/device/swap-steps';
import { damaged } from '../../support/damaged-indexed-db';
import { type DeviceOptions, Machine, startDevice, type TestDevice } from '../../support/device';
import { accountDocument, ana, historyDocument, policyDocument, verdictOn } from '../../support/documents';
import { ScriptedServer } from '../../support/scripted-server';
import { soon } from '../../support/soon';

let open: TestDevice | null = null;
afterEach(async () => {
  vi.restoreAllMocks();
  await closed();
});

async function closed(): Promise<void> {
  await open?.stop();
  open = null;
}

function utility(): ScriptedServer {
  const server = new ScriptedServer();
  server.put({
    policy: [policyDocument()],
    staff: [ana],
    accounts: [1, 2, 3].map((number) => accountDocument(number)),
    readings: [historyDocument(1)],
  });
  server.answer = (submission) => {
    queueMicrotask(() => server.put({ verdicts: [verdictOn(submission)] }));
    return { id: submission.id, outcome: 'accepted', findings: [] };
  };
  return server;
}

async function counterOf(
  server: ScriptedServer,
  machine: Machine,
  options: DeviceOptions = {},
): Promise<TestDevice> {
  machine.enrolAs(server.device);
  open = await startDevice({ fetch: server.fetch, ...options, machine });
  return open;
}

/** A counter whose one index is settled. */
async function settledCounter(server: ScriptedServer, machine: Machine, options: DeviceOptions = {}) {
  const device = await counterOf(server, machine, options);
  await device.synced();
  await device.api.signIn('ana', server.password);
  await device.api.saveReading({ accountId: 'account-1', meterId: 'meter-1', entry: '1250' }, []);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  return device;
}

/** The utility restores its server: another epoch, and account 3 was not there yet. */
function restore(server: ScriptedServer): void {
  server.remove('verdicts', server.received.flat()[0]?.id ?? '');
  server.remove('accounts', 'account-3');
  cut(server, () => {
    server.epoch = 'epoch-2';
  });
}

function cut(server: ScriptedServer, change: () => void): void {
  server.goDown();
  change();
  server.down = false;
}

/** Nothing of a collection comes until the returned function is called. */
function heldBack(server: ScriptedServer, collection: string): () => void {
  server.problem = (request) =>
    request === `GET /sync/pull/${collection}` ? { status: 429, code: 'too-fast' } : null;
  return () => {
    server.problem = () => null;
  };
}

const all = { text: 'taranu', limit: 10 };
const accounts =
  (many: number) =>
  ({ hits }: { hits: unknown[] }) =>
    hits.length === many;

const rebuilding = ({ rebuilding }: { rebuilding: unknown }): boolean => rebuilding !== null;

async function cachesOf({ indexedDB, prefix }: Machine): Promise<string[]> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const caches = names.filter((name) => name.startsWith(`rxdb-dexie-${prefix}-cache-`));
  return [...new Set(caches.map((name) => name.split('--')[0] ?? ''))];
}

test('while the new cache of a restored server is filled, the counter works on from the old one', async () => {
  const server = utility();
  const machine = new Machine();
  const device = await settledCounter(server, machine);
  const [old] = await cachesOf(machine);
  const release = heldBack(server, 'readings');
  restore(server);
  const status = await device.until('status', null, rebuilding);
  expect(status).toMatchObject({ accountsReady: true, firstSync: null });
  // before the swap, what was settled by the lost epoch has been offered again and has its new verdict
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(2), soon);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  expect((await device.until('search', all)).hits).toHaveLength(3);
  const entry = { accountId: 'account-3', meterId: 'meter-3', entry: '1251' };
  expect(await device.api.saveReading(entry, [])).toMatchObject({ outcome: 'saved' });
  expect(await device.until('status', null)).toMatchObject({ rebuilding: { total: 7 } });
  release();
  await device.until('status', null, (now) => now.rebuilding === null);
  await device.until('search', all, accounts(2));
  await vi.waitFor(async () => {
    const caches = await cachesOf(machine);
    expect(caches).toHaveLength(1);
    expect(caches).not.toContain(old);
  }, soon);
});

test.each([...swapSteps])('a device that ends after the step “%s” of a swap ends complete', async (last) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = new Machine();
  let reached = false;
  const killed = (step: SwapStep): void => {
    reached ||= step === last;
    if (reached) throw new Error(`the process ended after ${step}`);
  };
  const deps = { onSwapStep: killed };
  const device = await settledCounter(server, machine, { collections: collectionNames, deps });
  await device.until('search', all, accounts(3));
  restore(server);
  await vi.waitFor(() => expect(reached).toBe(true), soon);
  await closed();
  server.goDown();
  const next = await counterOf(server, machine, { collections: collectionNames });
  const shown = swapSteps.indexOf(last) < swapSteps.indexOf('key-written') ? 3 : 2;
  expect((await next.until('search', all, accounts(shown))).hits).toHaveLength(shown); // without the server
  server.down = false;
  await next.until('search', all, accounts(2));
  await next.until('status', null, (now) => now.rebuilding === null && now.firstSync === null);
  await next.until('status', null, ({ waiting }) => waiting.submissions === 0);
  await vi.waitFor(async () => expect(await cachesOf(machine)).toHaveLength(1), soon);
});

test('what a half-built cache holds already is known to the next start', async () => {
  const server = utility();
  const machine = new Machine();
  const device = await settledCounter(server, machine);
  heldBack(server, 'readings');
  restore(server);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(2), soon);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  await closed();
  const next = await counterOf(server, machine);
  await next.until('status', null, rebuilding);
  server.problem = () => null;
  await next.until('search', all, accounts(2));
  expect(server.received.flat()).toHaveLength(2); // its verdict of the new epoch was known at the start
});

test('on the strength of a verdict of the lost epoch nothing is let go of, however old it is', async () => {
  const server = utility();
  const machine = new Machine();
  await settledCounter(server, machine);
  const days61 = 61 * 24 * 3_600_000;
  machine.clock.advance(days61);
  server.now = new Date(Date.parse(server.now) + days61).toISOString();
  const { answer } = server;
  server.answer = ({ id }) => ({ id, outcome: 'accepted', findings: [] }); // its verdict does not come
  heldBack(server, 'readings');
  restore(server);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(2), soon);
  await closed();
  server.goDown();
  const next = await counterOf(server, machine); // lets go of what is old and settled, at its start
  expect((await next.until('status', null)).waiting.submissions).toBe(1);
  server.answer = answer;
  server.problem = () => null;
  server.down = false;
  await next.until('status', null, ({ waiting }) => waiting.submissions === 0);
  expect(new Set(server.received.flat().map(({ id }) => id)).size).toBe(1);
});

test('another scope builds a new cache and forgets no verdict', async () => {
  const server = utility();
  const machine = new Machine();
  const device = await settledCounter(server, machine);
  server.remove('accounts', 'account-3');
  cut(server, () => {
    server.scopeVersion = 'scope-2';
  });
  await device.until('status', null, rebuilding);
  await device.until('status', null, (now) => now.rebuilding === null);
  await device.until('search', all, accounts(2));
  expect(server.received.flat()).toHaveLength(1);
  await vi.waitFor(async () => expect(await cachesOf(machine)).toHaveLength(1), soon);
});

test('a half-built cache of which a part is damaged is begun anew, and the old one stays on the screen', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = new Machine();
  const device = await settledCounter(server, machine);
  const [old = ''] = await cachesOf(machine);
  heldBack(server, 'readings');
  restore(server);
  await device.until('status', null, ({ rebuilding: now }) => (now?.done ?? 0) >= 5);
  await closed();
  const [half = ''] = (await cachesOf(machine)).filter((name) => name !== old);
  machine.indexedDB = damaged(
    machine.indexedDB,
    (name) => name.startsWith(half) && name.endsWith('accounts'),
  );
  const next = await counterOf(server, machine);
  expect((await next.until('search', all, accounts(3))).hits).toHaveLength(3);
  server.problem = () => null;
  await next.until('search', all, accounts(2));
  await next.until('status', null, (now) => now.rebuilding === null && now.waiting.submissions === 0);
});

test('a comparison that is under way while its cache is swapped brings nothing of the old one back', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const server = utility();
  const machine = new Machine();
  server.replies.set('POST /sync/compare', () => ({
    ...{ epoch: server.epoch, historySince: '2025-11-01', collections: {} },
  }));
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let asked = false;
  const slow: typeof fetch = async (input, init) => {
    if (String(input).endsWith('/sync/compare')) {
      asked = true;
      await held;
    }
    return server.fetch(input, init);
  };
  const device = await settledCounter(server, machine, { fetch: slow });
  const comparing = device.api.compareNow();
  await vi.waitFor(() => expect(asked).toBe(true), soon);
  restore(server);
  await device.until('search', all, accounts(2));
  await vi.waitFor(async () => expect(await cachesOf(machine)).toHaveLength(1), soon);
  answer();
  await comparing;
  expect(await cachesOf(machine)).toHaveLength(1);
  expect((await device.until('comparison', null)).last).toMatchObject({
    ...{ outcome: 'unfinished', collections: [] },
  });
});

test('a revoked device loses the half-built cache too', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = new Machine();
  const device = await settledCounter(server, machine);
  heldBack(server, 'readings');
  restore(server);
  await device.until('status', null, rebuilding);
  cut(server, () => {
    server.problem = () => ({ status: 403, code: 'device-revoked' });
  });
  await device.until('device', null, ({ state }) => state === 'revoked');
  expect(await cachesOf(machine)).toEqual([]);
});

test('databases that an earlier release left behind are deleted at the next start', async () => {
  const server = utility();
  const machine = new Machine();
  await settledCounter(server, machine);
  await closed();
  const { indexedDB, prefix } = machine;
  const name = `rxdb-dexie-${prefix}-cache-0-0-0--0--accounts`;
  const earlier = new Dexie(name, { indexedDB, IDBKeyRange });
  earlier.version(1).stores({ docs: 'id' });
  await earlier.open();
  earlier.close();
  expect(await cachesOf(machine)).toHaveLength(2);
  const next = await counterOf(server, machine);
  expect((await next.until('search', all, accounts(3))).hits).toHaveLength(3);
  await vi.waitFor(async () => expect(await cachesOf(machine)).toHaveLength(1), soon);
});

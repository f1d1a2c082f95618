import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { FileJournal } from '../../../../shared/journal/journal';
import { openKeptStore } from '../../../../src-renderer/worker/db/kept-store';
import type { DataWorkerDeps } from '../../../../src-renderer/worker/deps';
import { usualPace } from '../../../../src-renderer/worker/sync/pace';
import { damaged, whatIsOpened } from '../../../support/damaged-indexed-db';
import { type DeviceOptions, Machine, startDevice, type TestDevice } from '../../../support/device';
import { accountDocument, ana, historyDocument, policyDocument, verdictOn } from '../../../support/documents';
import { ScriptedServer } from '../../../support/scripted-server';

const open: TestDevice[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const device of open.splice(0)) await device.stop();
});

const quick = {
  ...usualPace,
  unreachable: { firstMs: 10, mostMs: 50 },
  trouble: { firstMs: 10, mostMs: 50 },
  localWrite: { firstMs: 10, mostMs: 50 },
};

/** A server that answers each submission with a verdict, and each again with the same. */
function utility(): ScriptedServer {
  const server = new ScriptedServer();
  server.put({
    policy: [policyDocument()],
    staff: [ana],
    accounts: [accountDocument(1)],
    readings: [historyDocument(1)],
  });
  server.answer = (submission) => {
    queueMicrotask(() => server.put({ verdicts: [verdictOn(submission)] }));
    return { id: submission.id, outcome: 'accepted', findings: [] };
  };
  return server;
}

async function counterOf(server: ScriptedServer, machine: Machine, options: DeviceOptions = {}) {
  const device = await startDevice({ ...options, machine, fetch: server.fetch });
  open.push(device);
  return device;
}

async function closed(device: TestDevice): Promise<void> {
  open.splice(open.indexOf(device), 1);
  await device.stop();
}

async function save(device: TestDevice, ...indexes: number[]): Promise<void> {
  for (const index of indexes) {
    const entry = { accountId: 'account-1', meterId: 'meter-1', entry: String(index) };
    expect(await device.api.saveReading(entry, ['consumption-high', 'consumption-zero'])).toMatchObject({
      outcome: 'saved',
    });
  }
}

/** A counter that was at work: one index settled at the server, two kept here while it was down. */
async function usedMachine(server: ScriptedServer): Promise<Machine> {
  const machine = new Machine();
  machine.enrolAs(server.device);
  const device = await counterOf(server, machine);
  await device.synced();
  await device.api.signIn('ana', server.password);
  await save(device, 1240);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  server.goDown();
  await save(device, 1241, 1242);
  await closed(device);
  return machine;
}

/** The device is whole again: everything it asked has its verdict, and it takes the next index. */
async function endsComplete(device: TestDevice, server: ScriptedServer, numbers: number[]): Promise<void> {
  server.down = false;
  await device.synced();
  await device.until('status', null, ({ waiting, storage }) => waiting.submissions === 0 && storage === 'ok');
  await device.api.signIn('ana', server.password);
  await save(device, 1250);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  const sent = new Map(server.received.flat().map(({ deviceSeq, id }) => [deviceSeq, id]));
  expect([...sent.keys()].toSorted((a, b) => a - b)).toEqual(numbers);
}

const notices = (device: TestDevice) => device.until('notices', null);

test('a first start has nothing to say', async () => {
  const server = utility();
  const machine = new Machine();
  const device = await counterOf(server, machine);
  expect(await device.until('device', null)).toEqual({ state: 'not-enrolled', lost: null });
  await device.api.enrol('COD-1');
  await device.synced();
  expect(await notices(device)).toEqual([]);
});

test('a usual second start has nothing to say', async () => {
  const server = utility();
  const machine = await usedMachine(server);
  const device = await counterOf(server, machine);
  expect(await notices(device)).toEqual([]);
  await endsComplete(device, server, [1, 2, 3, 4]);
});

test('IndexedDB that is gone is noticed, said until it was read, and everything ends complete', async () => {
  const server = utility();
  const machine = await usedMachine(server);
  machine.indexedDB = new IDBFactory();
  const device = await counterOf(server, machine);
  expect(await notices(device)).toEqual([{ code: 'data-vanished', submissions: 3, lastSeq: 3 }]);
  await closed(device);
  const again = await counterOf(server, machine);
  expect(await notices(again)).toEqual([{ code: 'data-vanished', submissions: 3, lastSeq: 3 }]); // nobody knows which wait
  server.problem = (request) =>
    request === 'POST /sync/submissions' ? { status: 503, code: 'server-trouble' } : null;
  server.down = false;
  const waiting = (count: number) =>
    again.until('notices', null, ([notice]) => notice?.code === 'data-vanished' && notice.waiting === count);
  await waiting(2);
  server.problem = () => null;
  await waiting(0);
  await again.api.dismissNotices();
  await endsComplete(again, server, [1, 2, 3, 4]);
  await closed(again);
  expect(await notices(await counterOf(server, machine))).toEqual([]);
});

test('IndexedDB that was replaced by that of another profile counts as gone', async () => {
  const server = utility();
  const machine = await usedMachine(server);
  const other = new Machine();
  Object.assign(other, { prefix: machine.prefix });
  await closed(await counterOf(server, other));
  machine.indexedDB = other.indexedDB;
  const device = await counterOf(server, machine);
  expect(await notices(device)).toEqual([{ code: 'data-vanished', submissions: 3, lastSeq: 3 }]);
  await endsComplete(device, server, [1, 2, 3, 4]);
});

test.each<[string, (name: string) => boolean]>([
  ['all databases', () => true],
  ['the kept store', (name) => name.endsWith('-device')],
  ['the submissions', (name) => name.includes('-submissions--')],
  ['the accounts', (name) => name.endsWith('--accounts')],
])('%s that cannot be opened are made anew, it is said, and everything ends complete', async (_, fits) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  machine.indexedDB = damaged(machine.indexedDB, fits);
  const device = await counterOf(server, machine);
  await device.until('device', null, ({ state }) => state === 'ready');
  await device.until('notices', null, (found) => found.some(({ code }) => code === 'data-damaged'));
  await endsComplete(device, server, [1, 2, 3, 4]);
});

test('where only checkpoints cannot be opened all is pulled into a new cache', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  const { indexedDB } = machine;
  const accounts = async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.endsWith('--accounts') ? [name] : []));
  const before = await accounts();
  machine.indexedDB = damaged(indexedDB, (name) => name.includes('--rx-replication-meta-'));
  const device = await counterOf(server, machine);
  await endsComplete(device, server, [1, 2, 3, 4]);
  await vi.waitFor(async () => {
    const now = await accounts();
    expect(now).toHaveLength(1);
    expect(now).not.toEqual(before);
  }, 15_000);
});

test('a database that opens and cannot be read is made anew, it is said, and everything ends complete', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  const { indexedDB } = machine;
  const storage = getRxStorageDexie({ indexedDB, IDBKeyRange });
  const create = storage.createStorageInstance.bind(storage);
  let unreadable = true;
  storage.createStorageInstance = async (params) => {
    const instance = await create(params);
    const query = instance.query.bind(instance);
    instance.query = async (prepared) => {
      if (unreadable && params.collectionName === 'submissions') {
        unreadable = false;
        throw new DOMException('Failed to read', 'UnknownError');
      }
      return query(prepared);
    };
    return instance;
  };
  const deps = { storage: storage as DataWorkerDeps['storage'] };
  const device = await counterOf(server, machine, { deps });
  expect(await notices(device)).toEqual([{ code: 'data-damaged', submissions: 3, lastSeq: 3 }]);
  await endsComplete(device, server, [1, 2, 3, 4]);
});

test('a journal that is gone is written again from the database, it is said, and everything ends complete', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  machine.journal.bytes = new Uint8Array();
  const device = await counterOf(server, machine);
  expect(await notices(device)).toEqual([{ code: 'journal-vanished', submissions: 3 }]);
  await endsComplete(device, server, [1, 2, 3, 4]);
  expect((await new FileJournal(machine.journal).load()).submissions).toHaveLength(4);
});

test('journal and database both gone: the numbers are named, none is given out twice, and work goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  machine.journal.bytes = new Uint8Array();
  machine.indexedDB = new IDBFactory();
  const device = await counterOf(server, machine);
  expect(await notices(device)).toEqual([
    { code: 'data-vanished', submissions: 0, lastSeq: 0 },
    { code: 'journal-gap', from: 1, to: 3 },
  ]);
  await device.api.dismissNotices();
  await endsComplete(device, server, [1, 4]);
  await closed(device);
  expect(await notices(await counterOf(server, machine))).toEqual([]);
});

test('a damaged line is said once, and the submission comes from the database', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  machine.journal.bytes[40] = (machine.journal.bytes[40] ?? 0) ^ 1;
  const device = await counterOf(server, machine);
  expect(await notices(device)).toEqual([{ code: 'journal-damaged', lines: 1 }]);
  await device.api.dismissNotices();
  await endsComplete(device, server, [1, 2, 3, 4]);
  await closed(device);
  expect(await notices(await counterOf(server, machine))).toEqual([]);
});

test('a number missing in the middle of the journal and of the database is named', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  const { submissions } = await new FileJournal(machine.journal).load();
  machine.journal.bytes = new Uint8Array();
  machine.indexedDB = new IDBFactory();
  const journal = new FileJournal(machine.journal);
  await journal.load();
  for (const one of submissions) if (one.deviceSeq !== 2) await journal.append(one);
  const device = await counterOf(server, machine);
  expect(await notices(device)).toContainEqual({ code: 'journal-gap', from: 2, to: 2 });
});

test('a database that does not open is said after a bound, and work goes on when it lets go', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = await usedMachine(server);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { indexedDB, prefix } = machine;
  const openKept = () => held.then(() => openKeptStore(`${prefix}-device`, { indexedDB, IDBKeyRange }));
  const device = await counterOf(server, machine, { deps: { openKept, pace: { ...quick, openingMs: 30 } } });
  expect(await device.until('device', null, ({ state }) => state === 'startup-problem')).toEqual({
    state: 'startup-problem',
    problem: 'database-stuck',
    surface: 'counter',
  });
  letGo();
  await device.until('device', null, ({ state }) => state === 'ready');
  await endsComplete(device, server, [1, 2, 3, 4]);
});

test('a device whose connections the browser closes under way says so; the next start has everything', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = new Machine();
  machine.enrolAs(server.device);
  const cutOff = whatIsOpened(machine);
  const device = await counterOf(server, machine);
  await device.synced();
  await device.api.signIn('ana', server.password);
  await save(device, 1250);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  cutOff((name) => name.endsWith('--accounts') || name.endsWith('--verdicts'));
  await device.until('device', null, ({ state }) => state === 'cut-off');
  await closed(device); // the page is loaded again
  const next = await counterOf(server, machine);
  await next.until('device', null, ({ state }) => state === 'ready');
  expect(await next.api.signIn('ana', server.password)).toMatchObject({ outcome: 'signed-in' });
  await save(next, 1251);
  await next.until('status', null, ({ waiting }) => waiting.submissions === 0);
  expect(new Set(server.received.flat().map(({ id }) => id)).size).toBe(2);
  expect(await next.until('notices', null)).toEqual([]);
});

test('a connection that is closed while a device starts condemns no database', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = utility();
  const machine = new Machine();
  machine.enrolAs(server.device);
  const before = await counterOf(server, machine);
  await before.synced();
  await closed(before);
  const cutOff = whatIsOpened(machine, (name) => name.endsWith('--accounts'));
  const device = await counterOf(server, machine);
  await device.until('device', null, ({ state }) => state === 'cut-off');
  await closed(device);
  cutOff(() => false);
  server.goDown();
  const next = await counterOf(server, machine);
  expect((await next.until('search', { text: 'taranu', limit: 10 })).hits).toHaveLength(1); // kept, without a server
});

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { compactDecrypt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SealingKey, WaitingExport } from '../../../../shared/sync/sealed-export';
import type { ExportOutcome } from '../../../../src-renderer/data/care-api';
import { openKeptStore } from '../../../../src-renderer/worker/db/kept-store';
import { usualPace } from '../../../../src-renderer/worker/sync/pace';
import { type DeviceOptions, Machine, startDevice, type TestDevice } from '../../../support/device';
import { accountDocument, ana, historyDocument, policyDocument, verdictOn } from '../../../support/documents';
import { ScriptedServer } from '../../../support/scripted-server';

let privateKey: CryptoKey;
let publicKey: SealingKey;
beforeAll(async () => {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  privateKey = pair.privateKey;
  publicKey = SealingKey.parse({ ...(await exportJWK(pair.publicKey)), kid: 'key-1' });
});

const open: TestDevice[] = [];
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const device of open.splice(0)) await device.stop();
});

const quick = { ...usualPace, unreachable: { firstMs: 10, mostMs: 50 }, openingMs: 50 };
const stuck = { openKept: () => new Promise<never>(() => undefined), pace: quick };

function utility(): ScriptedServer {
  const server = new ScriptedServer();
  server.sealingKey = publicKey;
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

const entry = (index: number) => ({ accountId: 'account-1', meterId: 'meter-1', entry: String(index) });

/** A counter that was at work: one index settled at the server, one kept here while it was down. */
async function usedCounter(server: ScriptedServer, machine: Machine): Promise<TestDevice> {
  machine.enrolAs(server.device);
  const device = await counterOf(server, machine);
  await device.synced();
  await device.api.signIn('ana', server.password);
  await device.api.saveReading(entry(1240), []);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  server.goDown();
  await device.api.saveReading(entry(1241), []);
  return device;
}

async function usedMachine(server: ScriptedServer): Promise<Machine> {
  const machine = new Machine();
  await closed(await usedCounter(server, machine));
  return machine;
}

async function opened(outcome: ExportOutcome): Promise<WaitingExport> {
  if (outcome.outcome !== 'exported') throw new Error(outcome.outcome);
  expect(decodeProtectedHeader(outcome.sealed)).toEqual({
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    kid: 'key-1',
    epk: expect.anything(),
  });
  const { plaintext } = await compactDecrypt(outcome.sealed, privateKey);
  const content = WaitingExport.parse(JSON.parse(new TextDecoder().decode(plaintext)));
  expect(content.submissions).toHaveLength(outcome.submissions);
  return content;
}

const numbersIn = ({ submissions }: WaitingExport) =>
  submissions.map((submission) => (submission as { deviceSeq: number }).deviceSeq);

test('what waits is exported so that only the server can read it', async () => {
  const device = await usedCounter(utility(), new Machine());
  const outcome = await device.api.exportWaiting();
  expect(outcome).toMatchObject({ fileName: 'ghiseu-asteptare-device-1-2026-11-26-1000.jwe' });
  const content = await opened(outcome);
  expect(content.deviceId).toBe('device-1');
  expect(numbersIn(content)).toEqual([2]);
});

test('where nothing waits there is nothing to export', async () => {
  const server = utility();
  const machine = new Machine();
  machine.enrolAs(server.device);
  const device = await counterOf(server, machine);
  await device.synced();
  expect(await device.api.exportWaiting()).toEqual({ outcome: 'nothing-waits' });
});

test('while the databases are stuck everything in the journal can be exported', async () => {
  const machine = await usedMachine(utility());
  const device = await counterOf(utility(), machine, { deps: stuck });
  expect(await device.until('device', null)).toEqual({
    state: 'startup-problem',
    problem: 'database-stuck',
    surface: 'counter',
  });
  const content = await opened(await device.api.exportWaiting());
  expect(content.deviceId).toBe('device-1');
  expect(numbersIn(content)).toEqual([1, 2]);
});

test('an export from a stuck start that has never met the server says why there is none', async () => {
  const machine = await usedMachine(utility());
  for (const file of machine.sentinel) file.bytes = new Uint8Array();
  const device = await counterOf(utility(), machine, { deps: stuck });
  expect(await device.api.exportWaiting()).toEqual({ outcome: 'no-key' });
});

const openJournal = async () => Promise.reject(new DOMException('no file', 'NotReadableError'));

test('where the journal cannot be read, what the database has of it can be exported', async () => {
  const machine = await usedMachine(utility());
  const pace = { ...quick, openingMs: 5_000 };
  const device = await counterOf(utility(), machine, { deps: { openJournal, pace } });
  expect(await device.until('device', null)).toEqual({
    state: 'startup-problem',
    problem: 'journal-unreadable',
    surface: 'counter',
  });
  const content = await opened(await device.api.exportWaiting());
  expect(content.deviceId).toBe('device-1');
  expect(numbersIn(content)).toEqual([1, 2]);
  expect(numbersIn(await opened(await device.api.exportWaiting()))).toEqual([1, 2]);
});

test('where neither journal nor database can be read, the export says so', async () => {
  const machine = await usedMachine(utility());
  machine.indexedDB.open = () => {
    throw new DOMException('no database', 'UnknownError');
  };
  const openKept = () => openKeptStore('kept', { indexedDB: new IDBFactory(), IDBKeyRange });
  const device = await counterOf(utility(), machine, { deps: { openJournal, openKept, pace: quick } });
  expect(await device.until('device', null)).toEqual({
    state: 'startup-problem',
    problem: 'journal-unreadable',
    surface: 'counter',
  });
  expect(await device.api.exportWaiting()).toEqual({ outcome: 'journal-unreadable' });
});

test('a journal that another window holds is stuck, not broken', async () => {
  const machine = await usedMachine(utility());
  const openJournal = async () =>
    Promise.reject(new DOMException('the handle is taken', 'NoModificationAllowedError'));
  const device = await counterOf(utility(), machine, { deps: { openJournal, pace: quick } });
  expect(await device.until('device', null)).toEqual({
    state: 'startup-problem',
    problem: 'database-stuck',
    surface: 'counter',
  });
  await device.api.dismissNotices();
});

test('a rebuild on request deletes what was pulled, keeps the journal, asks nothing and ends complete', async () => {
  const server = utility();
  const device = await usedCounter(server, new Machine());
  server.down = false;
  const before = await device.machine.indexedDB.databases();
  await device.api.rebuild();
  await device.synced();
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  expect(await device.until('notices', null)).toEqual([]);
  expect((await device.machine.indexedDB.databases()).length).toBe(before.length);
  expect(await device.api.signIn('ana', server.password)).toMatchObject({ outcome: 'signed-in' });
  expect(await device.api.saveReading(entry(1250), [])).toMatchObject({ outcome: 'saved' });
});

test('a rebuild while a start is stuck deletes what lets itself be deleted and says that it is still stuck', async () => {
  const server = utility();
  const machine = await usedMachine(server);
  const device = await counterOf(server, machine, { deps: stuck });
  await device.api.rebuild();
  expect(await device.until('device', null)).toEqual({
    state: 'startup-problem',
    problem: 'database-stuck',
    surface: 'counter',
  });
  expect((await machine.indexedDB.databases()).map(({ name }) => name)).toEqual([]);
});

test('a secret that cannot be read is a problem, and after a rebuild a code can be entered', async () => {
  const server = utility();
  const machine = await usedMachine(server);
  const secrets = {
    loadSecret: async () => Promise.reject(new Error('the key store is locked')),
    saveSecret: async () => undefined,
  };
  const device = await counterOf(server, machine, { deps: { secrets } });
  expect(await device.until('device', null)).toEqual({
    state: 'startup-problem',
    problem: 'secret-unreadable',
    surface: null,
  });
  await device.api.rebuild();
  expect(await device.until('device', null)).toEqual({
    state: 'not-enrolled',
    lost: { deviceId: 'device-1', waiting: 2 },
  });
});

test('a device that lost everything but journal and sentinel says who it was, and a replacement code sends what waits', async () => {
  const server = utility();
  const machine = await usedMachine(server);
  machine.secret = null;
  machine.indexedDB = new IDBFactory();
  server.down = false;
  const device = await counterOf(server, machine);
  expect(await device.until('device', null)).toMatchObject({
    state: 'not-enrolled',
    lost: { deviceId: 'device-1' },
  });
  expect(await device.api.enrol('COD-1')).toMatchObject({ outcome: 'enrolled' });
  await device.synced();
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  expect(server.received.flat().map(({ deviceSeq }) => deviceSeq)).toEqual(expect.arrayContaining([1, 2]));
});

test('what waits under another name is not sent, is said, and can be exported', async () => {
  const server = utility();
  const machine = await usedMachine(server);
  machine.secret = null;
  server.down = false;
  server.device = { ...server.device, id: 'device-2', token: 'another-token-of-more-than-twenty-characters' };
  const device = await counterOf(server, machine);
  const sent = server.received.flat().length;
  await device.api.enrol('COD-1');
  await device.synced();
  const foreign = { code: 'of-other-device', deviceId: 'device-1', submissions: 1 };
  await device.until('notices', null, (found) => found.length > 0);
  expect(await device.until('notices', null)).toEqual([foreign]);
  await device.api.signIn('ana', server.password);
  await device.api.saveReading(entry(1250), []);
  await expect.poll(() => server.received.flat().length).toBe(sent + 1);
  expect(server.received.flat().at(-1)).toMatchObject({ deviceId: 'device-2', deviceSeq: 3 });
  const content = await opened(await device.api.exportWaiting());
  expect(content.deviceId).toBe('device-1');
  expect(numbersIn(content)).toEqual([2]);
});

test('a spent code whose record could not be kept is kept at the next try', async () => {
  const server = utility();
  const machine = new Machine();
  let full = true;
  const secrets = {
    loadSecret: async () => machine.secret,
    saveSecret: async (secret: string) => {
      if (full) throw new DOMException('the disk is full', 'QuotaExceededError');
      machine.secret = secret;
    },
  };
  const device = await counterOf(server, machine, { deps: { secrets } });
  expect(await device.api.enrol('COD-1')).toEqual({ outcome: 'not-kept' });
  full = false;
  server.problem = (request) => (request === 'POST /sync/enrol' ? { status: 409, code: 'code-used' } : null);
  expect(await device.api.enrol('COD-1')).toMatchObject({ outcome: 'enrolled', device: { id: 'device-1' } });
  await device.synced();
});

test('a server in trouble is not said to be away', async () => {
  const server = utility();
  const device = await counterOf(server, new Machine());
  server.problem = () => ({ status: 500, code: 'server-trouble' });
  expect(await device.api.enrol('COD-1')).toEqual({ outcome: 'server-trouble' });
  server.problem = () => null;
  server.goDown();
  expect(await device.api.enrol('COD-1')).toEqual({ outcome: 'offline' });
});

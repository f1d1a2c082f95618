import { IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterEach, expect, test, vi } from 'vitest';
import type { DataWorkerDeps } from '../../../src-renderer/worker/deps';
import { Machine, startDevice, type TestDevice } from '../../support/device';
import { accountDocument, ana, historyDocument, policyDocument } from '../../support/documents';
import { ScriptedServer } from '../../support/scripted-server';

const open: TestDevice[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const device of open.splice(0)) await device.stop();
});

interface Disk {
  storage: DataWorkerDeps['storage'];
  /** What writing an account throws; null: it is written. */
  problem: Error | null;
}

function diskOf({ indexedDB }: Machine): Disk {
  const storage = getRxStorageDexie({ indexedDB, IDBKeyRange });
  const disk: Disk = { storage: storage as DataWorkerDeps['storage'], problem: null };
  const create = storage.createStorageInstance.bind(storage);
  storage.createStorageInstance = async (params) => {
    const instance = await create(params);
    if (params.collectionName !== 'accounts') return instance;
    const write = instance.bulkWrite.bind(instance);
    instance.bulkWrite = async (rows, context) => {
      if (disk.problem) throw disk.problem;
      return write(rows, context);
    };
    return instance;
  };
  return disk;
}

async function counterWith(disk: Disk, machine: Machine): Promise<[TestDevice, ScriptedServer]> {
  const server = new ScriptedServer();
  server.put({
    policy: [policyDocument()],
    staff: [ana],
    accounts: [accountDocument(1)],
    readings: [historyDocument(1)],
  });
  machine.enrolAs(server.device);
  const device = await startDevice({ machine, fetch: server.fetch, deps: { storage: disk.storage } });
  open.push(device);
  return [device, server];
}

test('a full disk is told while what comes cannot be written, an index can still be saved, and it ends with the space', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const machine = new Machine();
  const disk = diskOf(machine);
  const [device, server] = await counterWith(disk, machine);
  await device.synced();
  await device.api.signIn('ana', server.password);
  expect((await device.until('status', null)).storage).toBe('ok');
  disk.problem = Object.assign(new Error('aborted'), {
    inner: new DOMException('the disk is full', 'QuotaExceededError'),
  });
  server.put({ accounts: [accountDocument(2)] });
  const full = await device.until('status', null, ({ storage }) => storage !== 'ok');
  expect(full).toMatchObject({ storage: 'full', connection: { state: 'online' } });
  const entry = { accountId: 'account-1', meterId: 'meter-1', entry: '1250' };
  expect(await device.api.saveReading(entry, [])).toMatchObject({ outcome: 'saved' });
  const told = log.mock.calls.length;
  disk.problem = null;
  await device.until('status', null, ({ storage }) => storage === 'ok');
  await device.until('account', { accountId: 'account-2' }, (account) => account !== null);
  expect(told).toBeLessThan(3); // once for the streak, not for each try
});

test('writes that fail for another reason are told as that', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const machine = new Machine();
  const disk = diskOf(machine);
  disk.problem = new Error('the medium fails');
  const [device] = await counterWith(disk, machine);
  await device.until('status', null, ({ storage }) => storage === 'failing');
  disk.problem = null;
  await device.synced();
  await device.until('status', null, ({ storage }) => storage === 'ok');
});

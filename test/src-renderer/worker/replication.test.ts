import { IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { sparingFirstFill } from '../../../src-renderer/worker/db/first-fill';
import type { DataWorkerDeps } from '../../../src-renderer/worker/deps';
import { usualPace } from '../../../src-renderer/worker/sync/pace';
import { damaged } from '../../support/damaged-indexed-db';
import { type DeviceOptions, Machine, startDevice, type TestDevice } from '../../support/device';
import { accountDocument, ana, historyDocument, policyDocument } from '../../support/documents';
import { ScriptedServer } from '../../support/scripted-server';

const open: TestDevice[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const device of open.splice(0)) await device.stop();
});

function utility(accounts: number): ScriptedServer {
  const server = new ScriptedServer();
  server.put({
    policy: [policyDocument()],
    staff: [ana],
    accounts: Array.from({ length: accounts }, (_, place) => accountDocument(place + 1)),
    readings: [historyDocument(1)],
  });
  return server;
}

async function counterOf(server: ScriptedServer, options: DeviceOptions = {}): Promise<TestDevice> {
  const machine = options.machine ?? new Machine();
  machine.enrolAs(server.device);
  const device = await startDevice({ ...options, machine, fetch: options.fetch ?? server.fetch });
  open.push(device);
  return device;
}

const all = { text: 'taranu', limit: 1_000 };
const found =
  (many: number) =>
  ({ hits }: { hits: unknown[] }) =>
    hits.length === many;

type Trouble = `${'read' | 'write'} of ${'down|1' | 'up|1'}` | 'query';

interface Watched {
  storage: DataWorkerDeps['storage'];
  /** Sizes of the writes of accounts that succeeded. */
  written: number[];
  /** The numbers (from 1) of those that fail. */
  failing: Set<number>;
  /** How often each of these fails the next times, in whichever collection. */
  troubles: Partial<Record<Trouble, number>>;
}

/** A storage that counts the writes to accounts and can fail some of them. */
function watchedStorage(machine: Machine): Watched {
  const { indexedDB } = machine;
  const inner = getRxStorageDexie({ indexedDB, IDBKeyRange, onCreate: sparingFirstFill });
  const watched: Watched = {
    storage: inner as never,
    written: [],
    failing: new Set(),
    troubles: {},
  };
  let writes = 0;
  const trouble = (what: string): void => {
    const left = watched.troubles[what as Trouble] ?? 0;
    if (left === 0) return;
    watched.troubles[what as Trouble] = left - 1;
    throw new DOMException('the connection to the database is lost', 'UnknownError');
  };
  const create = inner.createStorageInstance.bind(inner);
  inner.createStorageInstance = async (params) => {
    const instance = await create(params);
    const [read, write] = [instance.findDocumentsById.bind(instance), instance.bulkWrite.bind(instance)];
    instance.findDocumentsById = async (ids, deleted) => {
      for (const id of ids) trouble(`read of ${id}`);
      return read(ids, deleted);
    };
    if (params.collectionName.startsWith('rx-replication-meta-'))
      instance.bulkWrite = async (rows, context) => {
        for (const { document } of rows) trouble(`write of ${'id' in document ? document.id : ''}`);
        return write(rows, context);
      };
    if (params.collectionName !== 'accounts') return instance;
    const query = instance.query.bind(instance);
    instance.query = async (asked) => {
      trouble('query');
      return query(asked);
    };
    instance.bulkWrite = async (rows, context) => {
      writes += 1;
      if (watched.failing.has(writes)) throw new DOMException('the disk is full', 'QuotaExceededError');
      const result = await write(rows, context);
      watched.written.push(rows.length);
      return result;
    };
    return instance;
  };
  return watched;
}

test('pages are written one by one: the next is handed over only when the last is in', async () => {
  const machine = new Machine();
  const { storage, written } = watchedStorage(machine);
  const device = await counterOf(utility(95), { machine, deps: { storage, batchSize: 10 } });
  await device.synced();
  expect(written).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 5]);
});

test('writes that fail in the middle of the first sync lose no account', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const machine = new Machine();
  const watched = watchedStorage(machine);
  watched.failing = new Set([3, 4, 7]);
  const device = await counterOf(utility(95), { machine, deps: { storage: watched.storage, batchSize: 10 } });
  await device.synced();
  expect((await device.until('search', all, found(95))).hits).toHaveLength(95);
});

test('a write that fails later loses no change', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const machine = new Machine();
  const watched = watchedStorage(machine);
  const server = utility(5);
  const device = await counterOf(server, { machine, deps: { storage: watched.storage, batchSize: 10 } });
  await device.synced();
  watched.failing = new Set([2, 3]);
  server.put({ accounts: [accountDocument(1, { serviceAddress: 'Str. Nouă nr. 1' })] });
  const view = await device.until('account', { accountId: 'account-1' }, (account) => {
    return account?.account.serviceAddress === 'Str. Nouă nr. 1';
  });
  expect(view?.account.id).toBe('account-1');
});

const troubles: Trouble[] = ['read of down|1', 'read of up|1', 'write of down|1', 'write of up|1', 'query'];

test.each(troubles)(
  'a %s that fails stops no collection: all comes, and what changes later',
  async (trouble) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const machine = new Machine();
    const watched = watchedStorage(machine);
    watched.troubles = { [trouble]: 3 }; // from the beginning
    const server = utility(95);
    const device = await counterOf(server, { machine, deps: { storage: watched.storage, batchSize: 10 } });
    await device.synced();
    expect((await device.until('search', all, found(95))).hits).toHaveLength(95);
    for (const street of ['Str. Nouă nr. 1', 'Str. Nouă nr. 2']) {
      watched.troubles = { [trouble]: 1 };
      server.put({ accounts: [accountDocument(1, { serviceAddress: street })] });
      await device.until('account', { accountId: 'account-1' }, (view) => {
        return view?.account.serviceAddress === street;
      });
    }
  },
);

test('while a checkpoint cannot be written the pull tries ever more seldom, and the log says why once', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const machine = new Machine();
  const watched = watchedStorage(machine);
  const server = utility(5);
  const device = await counterOf(server, { machine, deps: { storage: watched.storage, batchSize: 10 } });
  await device.synced();
  const told = () => errors.mock.calls.filter(([said]) => String(said).startsWith('accounts: ')).length;
  const toldBefore = told();
  watched.troubles = { 'write of down|1': 4 };
  server.put({ accounts: [accountDocument(1, { serviceAddress: 'Str. Nouă nr. 1' })] });
  await vi.waitFor(() => expect(watched.troubles['write of down|1']).toBe(0));
  expect(told() - toldBefore).toBe(1);
});

test('a database of checkpoints that does not open at first is opened again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  const machine = new Machine();
  let failing = 12; // Dexie tries some of them again by itself
  const { indexedDB } = machine;
  const isFailing = (name: string): boolean => {
    if (!name.includes('--rx-replication-meta-') || failing === 0) return false;
    failing -= 1;
    return true;
  };
  machine.indexedDB = new Proxy(damaged(indexedDB, isFailing), {
    get: (target, name) => {
      if (name === 'deleteDatabase') return () => indexedDB.deleteDatabase('nothing'); // what fails is not the database
      return Reflect.get(target, name);
    },
  });
  const device = await counterOf(utility(95), { machine, deps: { batchSize: 10 } });
  await device.synced();
  expect(failing).toBe(0);
  expect((await device.until('search', all, found(95))).hits).toHaveLength(95);
});

test('a page of another epoch, of which the greeting then knows nothing, stops no collection', async () => {
  const server = utility(5);
  let strange = false;
  const straying: typeof fetch = async (input, init) => {
    const reply = await server.fetch(input, init);
    if (!strange || !String(input).includes('/pull/accounts')) return reply;
    strange = false;
    return Response.json({ ...(await reply.json()), epoch: 'of-another-server' });
  };
  const device = await counterOf(server, { fetch: straying });
  await device.synced();
  strange = true;
  server.put({ accounts: [accountDocument(1, { serviceAddress: 'Str. Nouă nr. 1' })] });
  await device.until('account', { accountId: 'account-1' }, (view) => {
    return view?.account.serviceAddress === 'Str. Nouă nr. 1';
  });
  expect(strange).toBe(false);
});

test('where a proxy holds the stream back from its beginning, changes come all the same', async () => {
  const server = utility(5);
  const withoutStream: typeof fetch = (input, init) => {
    if (!String(input).endsWith('/sync/stream')) return server.fetch(input, init);
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
  };
  const pace = { ...usualPace, streamSilenceMs: 50, withoutStreamMs: 50 };
  const device = await counterOf(server, { fetch: withoutStream, deps: { pace } });
  await device.synced();
  server.put({ accounts: [accountDocument(1, { serviceAddress: 'Str. Nouă nr. 1' })] });
  const view = await device.until('account', { accountId: 'account-1' }, (account) => {
    return account?.account.serviceAddress === 'Str. Nouă nr. 1';
  });
  expect(view?.account.id).toBe('account-1');
  expect((await device.until('status', null)).connection.state).toBe('online');
});

test('a first sync that was cut off goes on where it was', async () => {
  const server = utility(60);
  const machine = new Machine();
  let pages = 0;
  const cutAfterThree: typeof fetch = async (input, init) => {
    if (String(input).includes('/pull/accounts') && ++pages > 3) throw new TypeError('fetch failed');
    return server.fetch(input, init);
  };
  const before = await counterOf(server, { machine, fetch: cutAfterThree, deps: { batchSize: 10 } });
  await before.until(
    'status',
    null,
    ({ firstSync }) => firstSync?.collection === 'accounts' && firstSync.done === 30,
  );
  await vi.waitFor(() => expect(pages).toBeGreaterThan(4));
  await before.stop();
  open.splice(0);
  server.requests.splice(0);
  const after = await counterOf(server, { machine, deps: { batchSize: 10 } });
  await after.synced();
  const again = server.requests.filter((request) => request === 'GET /sync/pull/accounts');
  expect(again.length).toBeLessThanOrEqual(5); // 30 of 60 in tens, an empty last page, and one after the stream opened
  expect((await after.until('search', all, found(60))).hits).toHaveLength(60);
});

test('accounts that come to the server during a first sync are counted with the others: never more than all', async () => {
  const server = utility(20);
  const moreMeanwhile: typeof fetch = async (input, init) => {
    if (String(input).includes('/pull/accounts') && ++pulls === 1)
      server.put({ accounts: [21, 22, 23, 24, 25].map((number) => accountDocument(number)) });
    return server.fetch(input, init);
  };
  let pulls = 0;
  const device = await counterOf(server, { fetch: moreMeanwhile, deps: { batchSize: 10 } });
  const told: { done: number; total: number | null }[] = [];
  const stop = await device.api.watch('status', null, ({ firstSync }) => {
    if (firstSync?.collection === 'accounts') told.push(firstSync);
  });
  await device.until('status', null, ({ firstSync }) => firstSync?.done === 25);
  stop();
  expect(told.filter(({ done, total }) => done > (total ?? done))).toEqual([]);
});

test('an account that left the device’s scope is gone from screen and search', async () => {
  const server = utility(3);
  const device = await counterOf(server);
  await device.synced();
  await device.until('search', all, found(3));
  server.remove('accounts', 'account-2');
  const { hits } = await device.until('search', all, found(2));
  expect(hits.map(({ accountId }) => accountId)).toEqual(['account-1', 'account-3']);
  expect(await device.until('account', { accountId: 'account-2' })).toBeNull();
});

test('only the collections that a poke names are pulled', async () => {
  const server = utility(1);
  const device = await counterOf(server);
  await device.synced();
  await vi.waitFor(() => expect(server.requests).toContain('GET /sync/stream'));
  await device.until('status', null, ({ searchIndex }) => searchIndex === 'ready');
  await vi.waitFor(() => {
    const quiet = server.requests.splice(0).length === 0;
    expect(quiet).toBe(true);
  });
  server.put({ staff: [{ ...ana, displayName: 'Ana Popescu' }] });
  await vi.waitFor(() => expect(server.requests).toContain('GET /sync/pull/staff'));
  expect(new Set(server.requests)).toEqual(new Set(['GET /sync/pull/staff']));
});

test('a restored server gets a new cache and every submission offered again', async () => {
  const server = utility(2);
  const device = await counterOf(server);
  await device.synced();
  await device.api.signIn('ana', server.password);
  await device.api.saveReading({ accountId: 'account-1', meterId: 'meter-1', entry: '1250' }, []);
  await vi.waitFor(() => expect(server.received).toHaveLength(1));
  server.remove('accounts', 'account-2');
  server.goDown();
  server.epoch = 'epoch-2';
  server.down = false;
  await vi.waitFor(() => expect(server.received).toHaveLength(2), { timeout: 10_000 });
  expect(server.received[1]).toEqual(server.received[0]);
  await device.synced();
  expect((await device.until('search', all, found(1))).hits).toHaveLength(1);
});

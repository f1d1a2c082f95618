import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { FileJournal } from '../../shared/journal/journal';
import { FileSentinel } from '../../shared/journal/sentinel';
import type { CollectionName } from '../../shared/sync/collections';
import type { Device } from '../../shared/sync/device';
import type { DataApi } from '../../src-renderer/data/data-api';
import type { QueryArgs, QueryName, QueryValue } from '../../src-renderer/data/queries';
import type { ClockSource } from '../../src-renderer/worker/clock';
import { createDataWorker, type DataWorker } from '../../src-renderer/worker/create-data-worker';
import { openKeptStore } from '../../src-renderer/worker/db/kept-store';
import { openingOf, RebuiltDatabases } from '../../src-renderer/worker/db/rebuilt-databases';
import type { DataWorkerDeps } from '../../src-renderer/worker/deps';
import { keptName } from '../../src-renderer/worker/startup/own-databases';
import { usualPace } from '../../src-renderer/worker/sync/pace';
import { MemoryFile } from './memory-file';

let machines = 0;

/** A machine's clocks, moved by hand: its wall clock may be set to anything, its monotonic one only runs on. */
export class MachineClock implements ClockSource {
  bootId = 'boot-1';
  #wallMs: number;
  #monotonicMs = 1_000;

  constructor(start: string) {
    this.#wallMs = Date.parse(start);
  }

  wallMs(): number {
    return this.#wallMs;
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  /** Time goes by. */
  advance(ms: number): void {
    this.#wallMs += ms;
    this.#monotonicMs += ms;
  }

  /** Somebody sets the wall clock. */
  set(instant: string): void {
    this.#wallMs = Date.parse(instant);
  }

  restart(): void {
    this.bootId = `${this.bootId}+`;
    this.#monotonicMs = 0;
  }
}

/** What of a machine outlives a closed page: its databases, its journal, its secret, its clocks. */
export class Machine {
  indexedDB = new IDBFactory();
  readonly journal = new MemoryFile();
  readonly spareJournal = new MemoryFile(); // empty until the journal is compacted
  readonly sentinel = [new MemoryFile(), new MemoryFile()] as const;
  readonly clock: MachineClock;
  readonly prefix: string;
  secret: string | null = null;

  /** @param now what its wall clock shows */
  constructor(now = '2026-11-26T08:00:00.000Z') {
    this.clock = new MachineClock(now);
    machines += 1;
    this.prefix = `machine-${machines}`; // RxDB knows databases by name throughout a process
  }

  /** Makes it a device without the exchange of a code. */
  enrolAs({ token, ...device }: Device & { token: string }): void {
    const { id, name, surface, offices } = device;
    this.secret = JSON.stringify({ device: { id, name, surface, offices }, token });
  }
}

/**
 * Collections a device of a test holds: RxDB's open edition allows 13 in a process, so that two devices with their
 * submissions fit only without the billing ones.
 */
const usualCollections: readonly CollectionName[] = ['policy', 'staff', 'accounts', 'verdicts', 'readings'];

export interface DeviceOptions {
  /** Of the server, without a path. */
  baseUrl?: string;
  fetch?: typeof fetch;
  machine?: Machine;
  collections?: readonly CollectionName[];
  deps?: Partial<DataWorkerDeps>;
}

/** A whole device's data worker in this process, against any server. */
export class TestDevice {
  readonly machine: Machine;
  readonly api: DataApi;
  /** How long `until` waits, in ms. */
  patienceMs = 15_000;
  readonly #worker: DataWorker;

  constructor(machine: Machine, worker: DataWorker) {
    this.machine = machine;
    this.#worker = worker;
    this.api = worker.api;
  }

  /** The first value of a live query that satisfies a condition, from now on. */
  async until<Q extends QueryName>(
    query: Q,
    args: QueryArgs<Q>,
    satisfies: (value: QueryValue<Q>) => boolean = () => true,
  ): Promise<QueryValue<Q>> {
    let last: QueryValue<Q> | undefined;
    let found: (value: QueryValue<Q>) => void = () => undefined;
    const stop = await this.api.watch(query, args, (value) => {
      last = value;
      if (satisfies(value)) found(value);
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<QueryValue<Q>>((resolve, reject) => {
        found = resolve;
        if (last !== undefined && satisfies(last)) return resolve(last);
        const late = (): void => reject(new Error(`${query} is still ${JSON.stringify(last)}`));
        timer = setTimeout(late, this.patienceMs);
      });
    } finally {
      clearTimeout(timer);
      stop();
    }
  }

  /** Everything has been pulled once. */
  async synced(): Promise<void> {
    await this.until('status', null, ({ accountsReady, firstSync }) => accountsReady && firstSync === null);
  }

  /** As closing the page does. The machine can then start another one. */
  stop(): Promise<void> {
    return this.#worker.stop();
  }
}

/** Starts a device; it is enrolled when its machine is, else by `api.enrol`. */
export async function startDevice(options: DeviceOptions = {}): Promise<TestDevice> {
  const machine = options.machine ?? new Machine();
  const worker = createDataWorker(depsOf(machine, options));
  await worker.start();
  return new TestDevice(machine, worker);
}

function depsOf(machine: Machine, options: DeviceOptions): DataWorkerDeps {
  const { indexedDB, prefix } = machine;
  const rebuilt = new RebuiltDatabases();
  return {
    fetch: options.fetch ?? fetch,
    baseUrl: options.baseUrl ?? '',
    storage: getRxStorageDexie({
      indexedDB,
      IDBKeyRange,
      onCreate: openingOf(rebuilt),
    }) as DataWorkerDeps['storage'],
    prefix,
    indexedDB,
    rebuilt,
    collections: options.collections ?? usualCollections,
    openKept: () => openKeptStore(keptName(prefix), { indexedDB, IDBKeyRange }, rebuilt),
    openJournal: async () => new FileJournal(machine.journal, machine.spareJournal),
    openSentinel: async () => new FileSentinel(machine.sentinel),
    secrets: {
      loadSecret: async () => machine.secret,
      saveSecret: async (secret) => {
        machine.secret = secret;
      },
    },
    clockSource: machine.clock,
    lock: { hold: async () => undefined },
    missing: () => [],
    random: () => 0.5,
    pace: {
      ...usualPace,
      unreachable: { firstMs: 10, mostMs: 50 },
      trouble: { firstMs: 10, mostMs: 50 },
      localWrite: { firstMs: 10, mostMs: 50 },
    },
    batchSize: 1_000,
    ...options.deps,
  };
}

import type { Subscription } from 'rxjs';
import { distinctUntilChanged, map } from 'rxjs/operators';
import type { StartupProblem } from '../../data/data-api';
import { ClockMemory, DeviceClock } from '../clock';
import type { KeptStore } from '../db/kept-store';
import { LocalData } from '../db/local-data';
import { StorageHealth, watchedStorage } from '../db/storage-health';
import type { DataWorkerDeps } from '../deps';
import { followVerdicts } from '../own/follow-verdicts';
import { OwnLedger } from '../own/own-ledger';
import { reconcile } from '../own/reconcile';
import { Recorder } from '../own/recorder';
import { recallSetAside } from '../own/set-aside';
import { openProjection, type SubmissionsProjection } from '../own/submissions-projection';
import { followAccounts } from '../search/follow-accounts';
import { SearchIndex } from '../search/search-index';
import { Session } from '../sign-in/session';
import { Connection } from '../sync/connection';
import { Replications } from '../sync/replications';
import type { DeviceRecord } from './device-record';

/** The device cannot work, and why. */
export class StartupError extends Error {
  readonly problem: StartupProblem;
  constructor(problem: StartupProblem, cause: unknown) {
    super(`the device could not be started: ${problem}`, { cause });
    this.name = 'StartupError';
    this.problem = problem;
  }
}

/** A started device's parts. */
export interface DeviceParts {
  deps: DataWorkerDeps;
  clock: DeviceClock;
  kept: KeptStore;
  local: LocalData;
  ledger: OwnLedger;
  recorder: Recorder;
  projection: SubmissionsProjection;
  connection: Connection;
  replications: Replications;
  search: SearchIndex;
  session: Session;
  /** Whether what is pulled can be written. */
  health: StorageHealth;
  following: Subscription[];
  /** Who this device is; null until it is enrolled. */
  enrolled: { record: DeviceRecord | null };
  /** The server speaks of another epoch than the cache is of. Set by the one who greets. */
  onOtherEpoch: { call: () => void };
}

/** Opens what this device keeps and fills the ledger from its journal. @throws StartupError */
export async function openParts(outside: DataWorkerDeps): Promise<DeviceParts> {
  const health = new StorageHealth();
  const deps = { ...outside, storage: watchedStorage(outside.storage, health) };
  const kept = await orFail('database-unreadable', deps.openKept());
  const journal = await orFail('journal-unreadable', deps.openJournal());
  const projection = await orFail('database-unreadable', openProjection(deps.storage, deps.prefix));
  const ledger = new OwnLedger();
  const submissions = await orFail('journal-unreadable', reconcile(journal, projection));
  for (const submission of submissions) ledger.add(submission);
  await recallSetAside(kept, ledger);
  const clock = await recalledClock(deps, kept, ledger);
  const recorder = new Recorder({ journal, projection, ledger });
  const parts = assemble({ deps, health, kept, projection, ledger, clock, recorder });
  const exchangedAt = await kept.get(lastExchangeKey);
  parts.connection.lastExchangeAt = typeof exchangedAt === 'string' ? exchangedAt : null;
  return parts;
}

const lastExchangeKey = 'last-exchange';

type Opened = Pick<DeviceParts, 'deps' | 'health' | 'kept' | 'projection' | 'ledger' | 'clock' | 'recorder'>;

function assemble(opened: Opened): DeviceParts {
  const { deps, kept, ledger, clock } = opened;
  const enrolled: DeviceParts['enrolled'] = { record: null };
  const onOtherEpoch = { call: () => undefined };
  const { fetch, baseUrl, pace, random, batchSize } = deps;
  const connection = new Connection({
    ...{ fetch, baseUrl, clock },
    token: () => enrolled.record?.token ?? null,
    remember: (exchangedAt) => keep(kept, lastExchangeKey, exchangedAt),
  });
  const replications = new Replications({
    pull: { connection, trouble: pace.trouble, timeoutMs: pace.requestTimeoutMs, random },
    ...{ pace, batchSize, kept },
    onOtherEpoch: () => onOtherEpoch.call(),
  });
  const local = new LocalData();
  const search = new SearchIndex();
  const session = new Session();
  const accountsSynced$ = replications.firstSync$.pipe(
    map(({ complete }) => complete.has('accounts')),
    distinctUntilChanged(),
  );
  const following = [
    followVerdicts(local, ledger),
    followAccounts(local, search, accountsSynced$),
    session.follow(local),
  ];
  return { ...opened, connection, replications, local, search, session, following, enrolled, onOtherEpoch };
}

const betweenWritesMs = 1_000; // a first sync's exchanges need not all be written down

async function recalledClock(deps: DataWorkerDeps, kept: KeptStore, ledger: OwnLedger): Promise<DeviceClock> {
  let writtenMs = Number.NEGATIVE_INFINITY;
  const clock = new DeviceClock(deps.clockSource, (memory) => {
    if (memory.markMonotonicMs - writtenMs < betweenWritesMs) return;
    writtenMs = memory.markMonotonicMs;
    keep(kept, 'clock', memory);
  });
  const memory = ClockMemory.safeParse(await kept.get('clock'));
  const lastCapturedAt = ledger.all.reduce<string | null>(
    (last, { capturedAt }) => (last === null || capturedAt > last ? capturedAt : last),
    null,
  );
  clock.recall(memory.success ? memory.data : null, lastCapturedAt);
  return clock;
}

/** Written in passing: what is lost is a little precision after the next restart. */
function keep(kept: KeptStore, key: string, value: unknown): void {
  kept.put(key, value).catch((error: unknown) => console.error(`${key} could not be kept`, error));
}

async function orFail<T>(problem: StartupProblem, opening: Promise<T>): Promise<T> {
  return opening.catch((error: unknown) => {
    throw new StartupError(problem, error);
  });
}

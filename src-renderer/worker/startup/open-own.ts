import type { Journal } from '../../../shared/journal/journal';
import type { Sentinel, SentinelMark } from '../../../shared/journal/sentinel';
import type { StartupNotice } from '../../data/device-api';
import { ClockMemory, DeviceClock } from '../clock';
import type { KeptStore } from '../db/kept-store';
import type { DataWorkerDeps } from '../deps';
import { OrderBook } from '../orders/order-book';
import { recallLastSeq } from '../own/last-seq-at-server';
import { OwnLedger } from '../own/own-ledger';
import { agree } from '../own/reconcile';
import { recallSetAside } from '../own/set-aside';
import { openProjection, type SubmissionsProjection } from '../own/submissions-projection';
import { keepInPassing } from './keep-in-passing';
import { Notices } from './notices';
import { SentinelKeeper } from './sentinel-keeper';
import { startupNotices } from './startup-check';
import { orFail } from './startup-error';
import { within } from './within';

/** Why this start takes place: as every day, after damage that was found, or because a person asked to rebuild. */
export type Origin = 'usual' | 'rebuilt' | 'asked';

/** What was opened, to be closed in the reverse order. */
export type Closers = (() => Promise<void> | void)[];

/** What a device keeps of its own, compared and in agreement. */
export interface OwnParts {
  kept: KeptStore;
  journal: Journal;
  projection: SubmissionsProjection;
  ledger: OwnLedger;
  orders: OrderBook;
  clock: DeviceClock;
  sentinel: SentinelKeeper;
  notices: Notices;
}

/** Opens what this device keeps, compares it and fills the ledger. @throws StartupError */
export async function openOwn(deps: DataWorkerDeps, origin: Origin, closers: Closers): Promise<OwnParts> {
  const kept = await orFail('database-unreadable', deps.openKept());
  closers.push(() => kept.close());
  const journal = await orFail('journal-unreadable', deps.openJournal());
  const projection = await orFail('database-unreadable', openProjection(deps.storage, deps.prefix));
  closers.push(() => projection.close());
  const loaded = await orFail('journal-unreadable', journal.load());
  const projected = await orFail('database-unreadable', projection.all());
  const ledger = new OwnLedger();
  const everything = await agree({ journal, projection, loaded, projected });
  for (const submission of everything) ledger.add(submission);
  const remembered = await orFail('database-unreadable', recalled(deps, kept, ledger));
  const { clock, notices, databaseId } = remembered;
  const { sentinel, mark } = await openSentinel(deps);
  const rebuilt = origin === 'rebuilt' || deps.rebuilt.names.size > 0;
  const found = startupNotices({ mark, databaseId, rebuilt, journal: loaded, projected, now: clock.now() });
  await notices.found(origin === 'asked' ? found.filter(isOfJournal) : found);
  const adding = deps.rebuilt.added$.subscribe(() => {
    const { all, lastSeq } = ledger;
    void notices.found([{ code: 'data-damaged', submissions: all.length, lastSeq }]);
  });
  closers.push(() => adding.unsubscribe());
  const keeper = await inStep({ sentinel, mark, databaseId, kept, ledger, clock });
  closers.push(() => keeper.flush());
  const orders = new OrderBook(journal, { kept: loaded.orders, monotonicMs: () => clock.monotonicMs() });
  return { kept, journal, projection, ledger, orders, clock, sentinel: keeper, notices };
}

/** Who asked to rebuild knows what became of the databases. */
const isOfJournal = ({ code }: StartupNotice): boolean => code !== 'data-vanished' && code !== 'data-damaged';

const databaseIdKey = 'database-id';

async function recalled(deps: DataWorkerDeps, kept: KeptStore, ledger: OwnLedger) {
  await recallSetAside(kept, ledger);
  await recallLastSeq({ kept, ledger });
  const notices = new Notices(kept);
  await notices.recall();
  const clock = await recalledClock(deps, kept, ledger);
  const databaseId = await kept.get(databaseIdKey);
  return { clock, notices, databaseId: typeof databaseId === 'string' ? databaseId : null };
}

type Mark = SentinelMark | 'damaged' | null;

/** A sentinel that cannot be reached keeps nobody from working: the journal is what counts. */
async function openSentinel(deps: DataWorkerDeps): Promise<{ sentinel: Sentinel | null; mark: Mark }> {
  try {
    const sentinel = await within(deps.pace.openingMs, 'sentinel', deps.openSentinel());
    return { sentinel, mark: await within(deps.pace.openingMs, 'sentinel', sentinel.read()) };
  } catch (error) {
    console.error('the sentinel cannot be read', error);
    return { sentinel: null, mark: null };
  }
}

interface ToAgree extends Pick<OwnParts, 'kept' | 'ledger' | 'clock'> {
  sentinel: Sentinel | null;
  mark: Mark;
  databaseId: string | null;
}

/** Database and sentinel bear the same id from here on, and no number that was given out is given out again. */
async function inStep({ sentinel, mark, databaseId, kept, ledger, clock }: ToAgree): Promise<SentinelKeeper> {
  const found = mark === 'damaged' ? null : mark;
  ledger.givenOut(found?.lastSeq ?? 0);
  const id = databaseId ?? crypto.randomUUID();
  if (databaseId === null) await keepInPassing(kept, databaseIdKey, id);
  const now = (): string => clock.now();
  const known: SentinelMark = {
    databaseId: id,
    deviceId: found?.deviceId ?? ledger.all.at(-1)?.deviceId ?? null,
    sealingKey: found?.sealingKey ?? null,
    lastSeq: ledger.lastSeq,
    writtenAt: now(),
  };
  const keeper = new SentinelKeeper(sentinel, { mark: known, found }, now);
  void keeper.flush();
  return keeper;
}

const betweenWritesMs = 1_000; // a first sync's exchanges need not all be written down

async function recalledClock(deps: DataWorkerDeps, kept: KeptStore, ledger: OwnLedger): Promise<DeviceClock> {
  let writtenMs = Number.NEGATIVE_INFINITY;
  const clock = new DeviceClock(deps.clockSource, (memory) => {
    if (memory.markMonotonicMs - writtenMs < betweenWritesMs) return;
    writtenMs = memory.markMonotonicMs;
    void keepInPassing(kept, 'clock', memory);
  });
  const memory = ClockMemory.safeParse(await kept.get('clock'));
  const lastCapturedAt = ledger.all.reduce<string | null>(
    (last, { capturedAt }) => (last === null || capturedAt > last ? capturedAt : last),
    null,
  );
  clock.recall(memory.success ? memory.data : null, lastCapturedAt);
  return clock;
}

import { exhaustMap, type Subscription, timer } from 'rxjs';
import type { Compaction, Journal } from '../../../shared/journal/journal';
import type { Submission, SubmissionKind } from '../../../shared/model/submission';
import { keptSince, type OrderBook } from '../orders/order-book';
import { closedDay } from './own-day';
import type { OwnLedger } from './own-ledger';
import type { SubmissionsProjection } from './submissions-projection';

const dayMs = 24 * 3_600_000;
const manyLines = 1_000;

export interface Kept {
  journal: Pick<Journal, 'compact'>;
  projection: Pick<SubmissionsProjection, 'remove'>;
  ledger: OwnLedger;
  orders: Pick<OrderBook, 'all' | 'old' | 'forget'>;
}

/**
 * Lets go of what was captured, and got its verdict, and of orders that are over, more than `keptDays` ago, but of nothing
 * that is in the drawer uncounted, where that is worth writing the journal anew. The projection goes first: cut in between,
 * the next start fills it from the journal again.
 * @param now Instant by the server's time: a clock that is off must not make yesterday old
 * @returns null where it did not pay. @throws JournalError
 */
export async function compactJournal(kept: Kept, now: string): Promise<Compaction | null> {
  const { journal, projection, ledger, orders } = kept;
  const before = keptSince(now);
  const isOld = ({ id, capturedAt }: Submission): boolean => {
    const decidedAt = ledger.verdicts.get(id)?.decidedAt;
    return capturedAt < before && decidedAt !== undefined && decidedAt < before;
  };
  const settled = new Set(exceptDrawer(ledger.all.filter(isOld)).map(({ id }) => id));
  const old = orders.old(before);
  if (!pays(settled.size + old.length, ledger.all.length + orders.all.length)) return null;
  await projection.remove([...settled]);
  const compaction = await journal.compact({ settled, before });
  ledger.forget(settled);
  orders.forget(old);
  return compaction;
}

const ofDrawer: readonly SubmissionKind[] = ['cash-drawer', 'payment', 'payment-reversal'];

/**
 * All but the last closing and what is in the drawer since, which the next closing counts, however old. A closing that is
 * young does not let go of what it counted: on its day the drawer is shown and counted again.
 * @param old by `deviceSeq`
 */
function exceptDrawer(old: readonly Submission[]): Submission[] {
  const counted = old.findLast((submission) => closedDay(submission) !== null)?.deviceSeq ?? 0;
  return old.filter(({ kind, deviceSeq }) => deviceSeq < counted || !ofDrawer.includes(kind));
}

const pays = (dropped: number, all: number): boolean =>
  dropped > 0 && (dropped > manyLines || dropped * 4 >= all);

interface Compacting {
  recorder: { compact(now: string): Promise<unknown> };
  connection: { lastExchangeAt: string | null };
}

/** After the start and once a day; never before this device has heard the server's time. */
export function compactDaily({ recorder, connection }: Compacting): Subscription {
  const compact = async (): Promise<void> => {
    const { lastExchangeAt } = connection;
    if (lastExchangeAt === null) return;
    await recorder
      .compact(lastExchangeAt)
      .catch((error: unknown) => console.error('journal: could not be made shorter', error));
  };
  return timer(0, dayMs).pipe(exhaustMap(compact)).subscribe();
}

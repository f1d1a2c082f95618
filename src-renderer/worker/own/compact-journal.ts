import { exhaustMap, type Subscription, timer } from 'rxjs';
import { type Compaction, type Journal, keptDays } from '../../../shared/journal/journal';
import type { Submission } from '../../../shared/model/submission';
import type { OwnLedger } from './own-ledger';
import type { SubmissionsProjection } from './submissions-projection';

const dayMs = 24 * 3_600_000;
const manyLines = 1_000;

export interface Kept {
  journal: Pick<Journal, 'compact'>;
  projection: Pick<SubmissionsProjection, 'remove'>;
  ledger: OwnLedger;
}

/**
 * Lets go of what was captured, and got its verdict, more than `keptDays` ago, where that is worth writing the journal
 * anew. The projection goes first: cut in between, the next start fills it from the journal again.
 * @param now Instant by the server's time: a clock that is off must not make yesterday old
 * @returns null where it did not pay. @throws JournalError
 */
export async function compactJournal(kept: Kept, now: string): Promise<Compaction | null> {
  const { journal, projection, ledger } = kept;
  const before = new Date(Date.parse(now) - keptDays * dayMs).toISOString();
  const isOld = ({ id, capturedAt }: Submission): boolean => {
    const decidedAt = ledger.verdicts.get(id)?.decidedAt;
    return capturedAt < before && decidedAt !== undefined && decidedAt < before;
  };
  const settled = new Set(ledger.all.filter(isOld).map(({ id }) => id));
  if (!pays(settled.size, ledger.all.length)) return null;
  await projection.remove([...settled]);
  const compaction = await journal.compact({ settled, before });
  ledger.forget(settled);
  return compaction;
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

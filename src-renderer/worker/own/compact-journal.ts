import { exhaustMap, type Subscription, timer } from 'rxjs';
import { type Compaction, type Journal, keptDays } from '../../../shared/journal/journal';
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
 * Lets go of what has its verdict and is older than `keptDays`, where that is worth writing the journal anew. The
 * projection goes first: cut in between, the next start fills it from the journal again.
 * @param now Instant
 * @returns null where it did not pay. @throws JournalError
 */
export async function compactJournal(kept: Kept, now: string): Promise<Compaction | null> {
  const { journal, projection, ledger } = kept;
  const before = new Date(Date.parse(now) - keptDays * dayMs).toISOString();
  const settled = new Set(
    ledger.all
      .filter(({ id, capturedAt }) => capturedAt < before && ledger.verdicts.has(id))
      .map(({ id }) => id),
  );
  if (!pays(settled.size, ledger.all.length)) return null;
  await projection.remove([...settled]);
  const compaction = await journal.compact({ settled, before });
  ledger.forget(settled);
  return compaction;
}

const pays = (dropped: number, all: number): boolean =>
  dropped > 0 && (dropped > manyLines || dropped * 4 >= all);

/** After the start and once a day. */
export function compactDaily(compact: () => Promise<unknown>): Subscription {
  return timer(0, dayMs)
    .pipe(
      exhaustMap(() =>
        compact().catch((error: unknown) => console.error('journal: could not be made shorter', error)),
      ),
    )
    .subscribe();
}

import { revisionOf } from '../../../shared/metering/own-readings';
import { compareRevisions } from '../../../shared/metering/period-reading';
import type { Policy } from '../../../shared/model/policy';
import type { Submission } from '../../../shared/model/submission';
import { isOut } from '../reading/standing';
import type { OwnLedger } from './own-ledger';

interface Where {
  windowGroup: string;
  policies: readonly Policy[];
}

/**
 * Whether another index made here for the same meter and month stands in its place. The verdict on the earlier one does
 * not say so: it was written before. One that is held replaces nothing yet.
 */
export function isReplacedHere(ledger: OwnLedger, submission: Submission, where: Where): boolean {
  const { windowGroup, policies } = where;
  const revision = revisionOf(submission, policies, windowGroup);
  if (!revision) return false;
  return ledger.ofMeter(revision.meterId).some((other) => {
    if (isOut(ledger, other.id) || ledger.verdicts.get(other.id)?.outcome === 'held') return false;
    const later = revisionOf(other, policies, windowGroup);
    return later?.period === revision.period && compareRevisions(revision, later) < 0;
  });
}

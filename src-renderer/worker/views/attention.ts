import type { Submission } from '../../../shared/model/submission';
import { localDay } from '../../../shared/time/local-day';
import type { QueryArgs } from '../../data/data-api';
import type { OwnLedger } from '../own/own-ledger';

const refusalShownMs = 7 * 24 * 60 * 60_000;

/** Refused in the last seven days, or set aside for good. */
export function refusedOf(ledger: OwnLedger, nowMs: number): Submission[] {
  return ledger.all.filter(({ id }) => {
    const verdict = ledger.verdicts.get(id);
    if (!verdict) return ledger.whySetAside(id) !== undefined;
    return verdict.outcome === 'refused' && Date.parse(verdict.decidedAt) >= nowMs - refusalShownMs;
  });
}

/** Kept by the server for a supervisor's decision. */
export const heldOf = (ledger: OwnLedger): Submission[] =>
  ledger.all.filter(({ id }) => ledger.verdicts.get(id)?.outcome === 'held');

export interface Moment {
  nowMs: number;
  timeZone: string;
}

/** The submissions of a list, newest first. */
export function listed(
  ledger: OwnLedger,
  show: QueryArgs<'submissions'>['show'],
  { nowMs, timeZone }: Moment,
): Submission[] {
  if (show === 'waiting') return ledger.waiting().toReversed();
  if (show === 'attention') {
    const ids = new Set([...heldOf(ledger), ...refusedOf(ledger, nowMs)].map(({ id }) => id));
    return ledger.all.filter(({ id }) => ids.has(id)).toReversed();
  }
  const today = localDay(new Date(nowMs).toISOString(), timeZone);
  return ledger.all.filter(({ capturedAt }) => localDay(capturedAt, timeZone) === today).toReversed();
}

import type { Submission } from '../../../shared/model/submission';
import { localDay } from '../../../shared/time/local-day';
import type { QueryArgs } from '../../data/queries';
import type { OwnLedger } from '../own/own-ledger';
import { ownSettlingOf } from '../own/settlements';

const refusalShownMs = 7 * 24 * 60 * 60_000;

/**
 * Refused or set aside, until a supervisor has settled it. A decision that was refused is settled by nobody: it is shown
 * for seven days.
 */
export function refusedOf(ledger: OwnLedger, nowMs: number): Submission[] {
  return ledger.all.filter(({ id, kind }) => {
    const verdict = ledger.verdicts.get(id);
    if (!verdict) return isSetAsideOpen(ledger, id);
    if (verdict.outcome !== 'refused' || verdict.settledBy !== null) return false;
    return kind !== 'decision' || Date.parse(verdict.decidedAt) >= nowMs - refusalShownMs;
  });
}

/** The server could not record it, and nobody has dealt with that. */
export const isSetAsideOpen = (ledger: OwnLedger, id: string): boolean =>
  ledger.isSetAside(id) && ownSettlingOf(ledger, id) === null;

/** Kept by the server for a supervisor's decision, or until what it is about arrives. */
export const heldOf = (ledger: OwnLedger): Submission[] =>
  ledger.all.filter(({ id }) => {
    const verdict = ledger.verdicts.get(id);
    return verdict?.outcome === 'held' && verdict.settledBy === null;
  });

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

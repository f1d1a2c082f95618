import { type Settling, settlingOf } from '../../../shared/metering/decision-rules';
import type { Submission } from '../../../shared/model/submission';
import type { Verdict } from '../../../shared/model/verdict';
import type { Settled } from '../../data/data-api';
import type { OwnLedger } from './own-ledger';

type Ledger = Pick<OwnLedger, 'settling' | 'verdicts' | 'isSetAside'>;

export interface OwnSettling extends Settling {
  submission: Submission;
  pending: boolean; // the server has not answered it
}

/** This device's own decision or correction on a submission, unless the server refused it; the latest one of several. */
export function ownSettlingOf(ledger: Ledger, submissionId: string): OwnSettling | null {
  const submission = ledger.settling(submissionId).findLast(({ id }) => {
    return !ledger.isSetAside(id) && ledger.verdicts.get(id)?.outcome !== 'refused';
  });
  const settling = submission && settlingOf(submission);
  if (!submission || !settling) return null;
  return { ...settling, submission, pending: !ledger.verdicts.has(submission.id) };
}

/** How a submission was settled: what the server says of it, else what was decided here. */
export function settledOf(ledger: Ledger, id: string, verdict: Verdict | undefined): Settled | null {
  if (verdict?.settlement) return { ...verdict.settlement, pending: false };
  const own = ownSettlingOf(ledger, id);
  if (!own) return null;
  const { actor, capturedAt } = own.submission;
  return {
    action: own.corrected ? 'corrected' : own.action,
    note: own.note,
    by: actor.kind === 'staff' ? actor.displayName : null,
    at: capturedAt,
    pending: own.pending || verdict !== undefined, // the server's own word on it is still to come
  };
}

/** Whether nobody has to look at something held, refused or set aside any more, as far as this device knows. */
export const isDealtWith = (ledger: Ledger, id: string): boolean =>
  (ledger.verdicts.get(id)?.settledBy ?? null) !== null || ownSettlingOf(ledger, id) !== null;

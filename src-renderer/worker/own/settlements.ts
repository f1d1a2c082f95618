import { type Settling, settlingOf } from '../../../shared/metering/decision-rules';
import type { FindingCode } from '../../../shared/metering/finding';
import type { Submission } from '../../../shared/model/submission';
import type { Verdict } from '../../../shared/model/verdict';
import type { Settled } from '../../data/submission-view';
import type { OwnLedger } from './own-ledger';

type Ledger = Pick<OwnLedger, 'settling' | 'verdicts' | 'isSetAside'>;

export interface OwnSettling extends Settling {
  submission: Submission;
  pending: boolean; // the server has not answered it
}

/** Answers to a decision or correction that leave what it is about as it was. */
const settlesNothing: ReadonlySet<FindingCode> = new Set([
  'actor-not-allowed',
  'outside-scope',
  'already-settled',
  'not-decidable',
]);

const isInVain = ({ outcome, findings }: Verdict): boolean =>
  outcome === 'refused' || findings.some(({ code }) => settlesNothing.has(code));

/** This device's own decision or correction on a submission, unless the server says that it settles nothing; the latest one of several. */
export function ownSettlingOf(ledger: Ledger, submissionId: string): OwnSettling | null {
  const submission = ledger.settling(submissionId).findLast(({ id }) => {
    const verdict = ledger.verdicts.get(id);
    return !ledger.isSetAside(id) && !(verdict && isInVain(verdict));
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

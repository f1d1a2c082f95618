import type { SlipFacts } from '../../../shared/slip/slip';
import { slipKindOf } from '../../../shared/slip/slip';
import type { SubmissionView } from '../../data/submission-view';
import { reasonsOf } from '../entry/submission-words';

/** What the slip of a submission says besides. */
type Place = Pick<SlipFacts, 'office' | 'device'> & Partial<SlipFacts>;

/** Null: what was recorded has no slip. */
export function slipFactsOf(submission: SubmissionView, place: Place): SlipFacts | null {
  const kind = slipKindOf(submission.kind);
  return kind && { ...submission, kind, reasons: reasonsOf(submission), ...place };
}

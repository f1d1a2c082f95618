import { type Revision, sourceOf } from '../../shared/metering/own-readings';
import { ReadingPayload } from '../../shared/model/submission';
import { shareBilling } from '../accounts/billing-lock';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { acceptedRevisions } from '../metering/revisions';
import { isForm, recountForm } from './decide-form';
import { recountPayment } from './decide-payment';
import { recountReversal } from './decide-reversal';
import { readingChanges, saveRevision } from './save-revision';
import { refreshSuperseded } from './superseded';
import type { Target } from './target';

/** Lets a settled index, payment, reversal or form count, or no longer; nothing for what is none of them. */
export async function recount(
  tx: Transaction,
  target: Target,
  { accepted, now }: { accepted: boolean; now: string },
): Promise<Change[]> {
  if (isForm(target.submission.kind)) return recountForm(tx, target, { accepted, now });
  if (target.submission.kind === 'payment') return recountPayment(tx, target, accepted);
  if (target.submission.kind === 'payment-reversal') return recountReversal(tx, target, accepted);
  const { submission, verdict, receivedAt: recordedAt } = target;
  const revision = revisionOfTarget(target);
  if (!revision || !verdict.accountId) return [];
  await shareBilling(tx); // no month is marked as billed between its old value and its new one
  await saveRevision(tx, { submission, revision, accepted, recordedAt });
  const { meterId } = revision;
  const standing = (await acceptedRevisions(tx, [meterId])).get(meterId) ?? [];
  return [
    ...readingChanges({ id: verdict.accountId, officeId: verdict.officeId }, meterId),
    ...(await refreshSuperseded(tx, revision, standing)),
  ];
}

/** As its verdict described it when it arrived: policies may have changed since. */
function revisionOfTarget({ submission, verdict: { summary } }: Target): Revision | null {
  const isIndex = submission.kind === 'reading' || submission.kind === 'reading-correction';
  const payload = ReadingPayload.safeParse(submission.payload).data;
  if (!isIndex || !payload || !summary) return null;
  const { capturedAt, id: submissionId } = submission;
  return { ...summary, capturedAt, submissionId, source: sourceOf(submission) };
}

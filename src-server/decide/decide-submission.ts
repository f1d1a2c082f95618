import { settlingOf } from '../../shared/metering/decision-rules';
import type { SubmissionKind } from '../../shared/model/submission';
import type { SubmissionAnswer } from '../../shared/sync/submissions';
import { recordChanges } from '../changes/record-changes';
import type { Db, Transaction } from '../db/connect';
import { submissions, verdicts } from '../db/schema/submissions';
import { inTransaction } from '../db/transaction';
import { applyWaiting } from './apply-waiting';
import { contentHash } from './canonical';
import { decideCashDrawer } from './cash-drawer';
import { decideCorrection } from './decide-correction';
import { decideDecision } from './decide-decision';
import { decideForm, decideFormWith, isForm } from './decide-form';
import { decideNote } from './decide-note';
import { decidePayment, keepPayment } from './decide-payment';
import { decideReading, keepReading } from './decide-reading';
import { applyWaitingReversals, decideReversal } from './decide-reversal';
import { type Arriving, type Decide, type Decision, decisionOf } from './decision';
import { dropSealed } from './drop-sealed';
import { type LockedAccount, lockAccount, reversedPayment } from './lock-account';
import { officeOf } from './office-of';
import { receiptFor } from './receipt';
import { storedAnswer } from './stored-answer';
import { verdictChanges } from './superseded';
import { lockSettling, settlingLock } from './target';
import { whoMay } from './who-may';

const notServedYet: Decide = async (_tx, { submission }) =>
  decisionOf([{ code: 'kind-not-served' }], submission);

const deciders: Record<SubmissionKind, Decide> = {
  reading: decideReading,
  note: decideNote,
  registration: decideForm,
  'contact-change': decideForm,
  payment: decidePayment,
  'payment-reversal': decideReversal,
  'meter-replacement': notServedYet,
  'reading-correction': decideCorrection,
  decision: decideDecision,
  'cash-drawer': decideCashDrawer,
};

/** These change what stands already, and judge by themselves who may: never held for that, since it goes on standing. */
const judgingWhoMay: readonly SubmissionKind[] = ['reading-correction', 'decision', 'payment-reversal'];

export interface ArrivingRow extends Arriving {
  content: unknown; // as it was sent
  decidedAt: string;
}

/** Decides one submission in one transaction; asked again, it gives the same answer and changes nothing. */
export async function decideSubmission(db: Db, arriving: ArrivingRow): Promise<SubmissionAnswer> {
  const { submission } = arriving;
  return inTransaction(db, async (tx) => {
    const hash = contentHash(arriving.content);
    if (!(await claim(tx, arriving, hash))) return storedAnswer(tx, submission.id, hash);
    const settles = settlingOf(submission)?.submissionId ?? reversedPayment(submission);
    if (settles !== null) await lockSettling(tx, settles);
    const account = await lockAccount(tx, submission);
    const decision = await judge(tx, arriving, account);
    if (decision.outcome !== 'held') await dropSealed(tx, submission);
    const settled = await saveVerdict(tx, arriving, { decision, account });
    if (settled) return storedAnswer(tx, submission.id, hash);
    return { id: submission.id, outcome: decision.outcome, findings: decision.findings };
  });
}

async function judge(
  tx: Transaction,
  arriving: ArrivingRow,
  account: LockedAccount | null,
): Promise<Decision> {
  const { submission } = arriving;
  const decide = deciders[submission.kind];
  if (judgingWhoMay.includes(submission.kind)) return decide(tx, arriving, account);
  const findings = await whoMay(tx, arriving, account);
  if (findings.length === 0) return decide(tx, arriving, account);
  if (submission.kind === 'reading') return keepReading(tx, arriving, { account, findings });
  if (submission.kind === 'payment') return keepPayment(tx, arriving, { account, findings });
  if (isForm(submission.kind)) return decideFormWith(tx, arriving, { account, findings });
  return decisionOf(findings, submission);
}

/**
 * Whoever inserts the id decides; another process with the same id waits here until that is committed. Whoever wants to
 * settle it waits too.
 */
async function claim(tx: Transaction, { submission, receivedAt, content }: ArrivingRow, hash: string) {
  const { id, deviceId, deviceSeq, kind, capturedAt } = submission;
  const claimed = await tx
    .insert(submissions)
    .values({
      id,
      deviceId,
      deviceSeq,
      kind,
      capturedAt,
      receivedAt,
      content,
      contentHash: hash,
      receiptNumber: receiptFor(id),
    })
    .onConflictDoNothing()
    .returning({ id: submissions.id, settling: settlingLock(submissions.id) });
  return claimed.length > 0;
}

/**
 * Ends the transaction's work: `recordChanges` comes last.
 * @returns whether a decision that had waited for it has settled it
 */
async function saveVerdict(
  tx: Transaction,
  { submission, device, policies, decidedAt }: ArrivingRow,
  { decision, account }: { decision: Decision; account: LockedAccount | null },
): Promise<boolean> {
  const { changes, ...verdict } = decision;
  const officeId = account?.officeId ?? (await officeOf(tx, device));
  await tx.insert(verdicts).values({
    ...verdict,
    submissionId: submission.id,
    deviceId: device.id,
    officeId,
    accountId: account?.id ?? null,
    kind: submission.kind,
    decidedAt,
  });
  const applied = [
    ...(await applyWaiting(tx, submission.id, decidedAt)),
    ...(await applyWaitingReversals(tx, { submission, policies, decidedAt }, account)),
  ];
  const own = verdictChanges({ id: submission.id, deviceId: device.id, officeId });
  await recordChanges(tx, [...changes, ...applied, ...own]);
  return applied.length > 0;
}

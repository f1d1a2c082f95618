import { createHash } from 'node:crypto';
import type { SubmissionKind } from '../../shared/model/submission';
import { receiptNumberOf } from '../../shared/receipt-number';
import type { SubmissionAnswer } from '../../shared/sync/submissions';
import { recordChanges } from '../changes/record-changes';
import { deviceScope, officeScope } from '../changes/scopes';
import type { Db, Transaction } from '../db/connect';
import { submissions, verdicts } from '../db/schema';
import { inTransaction } from '../db/transaction';
import { contentHash } from './canonical';
import { decideReading } from './decide-reading';
import { type Arriving, type Decide, type Decision, decisionOf } from './decision';
import { type LockedAccount, lockAccount } from './lock-account';
import { storedAnswer } from './stored-answer';
import { whoMay } from './who-may';

const notServedYet: Decide = async (_tx, { submission }) =>
  decisionOf([{ code: 'kind-not-served' }], submission);
const keptAsItIs: Decide = async (_tx, { submission }) => decisionOf([], submission);

const deciders: Record<SubmissionKind, Decide> = {
  reading: decideReading,
  note: keptAsItIs,
  registration: notServedYet,
  'contact-change': notServedYet,
  payment: notServedYet,
  'payment-reversal': notServedYet,
  'meter-replacement': notServedYet,
  'reading-correction': notServedYet,
  decision: notServedYet,
  'cash-drawer': notServedYet,
};

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
    const account = await lockAccount(tx, submission);
    const forbidden = await whoMay(tx, arriving, account);
    const decision =
      forbidden.length > 0
        ? decisionOf(forbidden, submission)
        : await deciders[submission.kind](tx, arriving, account);
    await saveVerdict(tx, arriving, { decision, account });
    return { id: submission.id, outcome: decision.outcome, findings: decision.findings };
  });
}

/** Whoever inserts the id decides; another process with the same id waits here until that is committed. */
async function claim(tx: Transaction, { submission, receivedAt, content }: ArrivingRow, hash: string) {
  const { id, deviceId, deviceSeq, kind, capturedAt } = submission;
  const digest = createHash('sha256').update(id).digest();
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
      receiptNumber: receiptNumberOf(digest),
    })
    .onConflictDoNothing()
    .returning({ id: submissions.id });
  return claimed.length > 0;
}

/** Ends the transaction's work: `recordChanges` comes last. */
async function saveVerdict(
  tx: Transaction,
  { submission, device, decidedAt }: ArrivingRow,
  { decision, account }: { decision: Decision; account: LockedAccount | null },
): Promise<void> {
  const { changes, ...verdict } = decision;
  const officeId = account?.officeId ?? device.offices[0]?.id;
  if (officeId === undefined) throw new Error(`Device ${device.id} belongs to no office.`);
  await tx.insert(verdicts).values({
    ...verdict,
    submissionId: submission.id,
    deviceId: device.id,
    officeId,
    accountId: account?.id ?? null,
    kind: submission.kind,
    decidedAt,
  });
  const named = { collection: 'verdicts', documentId: submission.id } as const;
  await recordChanges(tx, [
    ...changes,
    { scope: officeScope(officeId), ...named },
    { scope: deviceScope(device.id), ...named },
  ]);
}

import { and, eq } from 'drizzle-orm';
import { checkReversal } from '../../shared/billing/reversal-rules';
import type { Finding } from '../../shared/metering/finding';
import { policyAt } from '../../shared/metering/windows';
import { PaymentReversalPayload } from '../../shared/model/payment';
import { Submission } from '../../shared/model/submission';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { payments } from '../db/schema/billing';
import { submissions, verdicts } from '../db/schema/submissions';
import { changePayment } from './account-books';
import { refusedFor } from './decide-decision';
import { type Arriving, type Decide, decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import { verdictChanges } from './superseded';
import type { Target } from './target';
import { isSupervisor, mayServe } from './who-may';

/** A payment is taken back. One that has not arrived yet is waited for: after a restore anything may come first. */
export const decideReversal: Decide = async (tx, arriving, account) => {
  const { submission, device, receivedAt } = arriving;
  const mayReverse = await mayServe(tx, arriving);
  if (account && !device.offices.some(({ id }) => id === account.officeId))
    return refusedFor(arriving, { code: 'outside-scope' });
  const reversing = { ...arriving, at: receivedAt };
  if (!mayReverse) {
    const { findings } = await judge(tx, account, reversing); // what a supervisor could not let count either
    return { ...decisionOf([{ code: 'actor-not-allowed' }, ...findings], submission), outcome: 'refused' };
  }
  const { findings, changes } = await reverse(tx, account, reversing);
  const { paymentId } = PaymentReversalPayload.parse(submission.payload);
  if (!isUnknown(findings)) return { ...decisionOf(findings, submission), changes };
  if (await hasArrived(tx, paymentId)) return refusedFor(arriving, neverCounted);
  return { ...decisionOf(findings, submission), waitsFor: paymentId };
};

/** Lets a settled reversal count, or no longer. Its payment's account is locked. */
export async function recountReversal(
  tx: Transaction,
  { submission, verdict: { accountId, officeId } }: Target,
  accepted: boolean,
): Promise<Change[]> {
  const { paymentId } = PaymentReversalPayload.parse(submission.payload);
  const [before] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  if (!before || accountId === null || before.accountId !== accountId) return [];
  const owner = { id: accountId, officeId };
  const { id: reversalId, capturedAt: reversedAt } = submission;
  if (accepted && before.reversalId === null)
    return changePayment(tx, { owner, before, change: { reversedAt, reversalId } });
  if (accepted || before.reversalId !== reversalId) return [];
  return changePayment(tx, { owner, before, change: { reversedAt: null, reversalId: null } });
}

const isUnknown = (findings: readonly Finding[]): boolean =>
  findings.some(({ code }) => code === 'payment-unknown');

/** The payment was refused: no account of ours. */
const neverCounted: Finding = { code: 'not-decidable' };

async function hasArrived(tx: Transaction, paymentId: string): Promise<boolean> {
  const { submissionId } = verdicts;
  return (await tx.select({ submissionId }).from(verdicts).where(eq(submissionId, paymentId))).length > 0;
}

type Reversing = Pick<Arriving, 'submission' | 'policies'> & { at: string };

async function judge(
  tx: Transaction,
  owner: LockedAccount | null,
  { submission, policies }: Reversing,
): Promise<{ findings: Finding[]; payment: typeof payments.$inferSelect | null }> {
  const { paymentId } = PaymentReversalPayload.parse(submission.payload);
  const { capturedAt, actor } = submission;
  const [row] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  const payment = row && row.accountId === owner?.id ? row : null;
  const findings = checkReversal({
    payment: payment && { paidAt: payment.paidAt, reversed: payment.reversedAt !== null },
    bySupervisor: await isSupervisor(tx, actor),
    capturedAt,
    timeZone: policyAt(policies, capturedAt)?.timeZone ?? 'Europe/Bucharest',
  });
  return { findings, payment };
}

async function reverse(
  tx: Transaction,
  owner: LockedAccount | null,
  reversing: Reversing,
): Promise<{ findings: Finding[]; changes: Change[] }> {
  const { findings, payment } = await judge(tx, owner, reversing);
  if (!owner || !payment || findings.length > 0) return { findings, changes: [] };
  const { submission, at } = reversing;
  const { id, capturedAt, actor, deviceId } = submission;
  await tx.insert(audit).values({
    at,
    deviceId,
    actor: actor.kind === 'staff' ? actor.staffId : `device:${deviceId}`,
    action: 'payment-reversed',
    subject: payment.id,
    detail: { by: id, note: PaymentReversalPayload.parse(submission.payload).note },
  });
  const change = { reversedAt: capturedAt, reversalId: id };
  return { findings, changes: await changePayment(tx, { owner, before: payment, change }) };
}

/**
 * Carries out the reversals that arrived before their payment, as they were captured. The payment's verdict is stored,
 * its settling lock and its account are held.
 */
export async function applyWaitingReversals(
  tx: Transaction,
  arriving: Pick<Arriving, 'submission' | 'policies'> & { decidedAt: string },
  account: LockedAccount | null,
): Promise<Change[]> {
  if (arriving.submission.kind !== 'payment') return [];
  const rows = await tx
    .select({ verdict: verdicts, content: submissions.content })
    .from(verdicts)
    .innerJoin(submissions, eq(submissions.id, verdicts.submissionId))
    .where(and(eq(verdicts.waitsFor, arriving.submission.id), eq(verdicts.kind, 'payment-reversal')))
    .orderBy(submissions.capturedAt, submissions.id)
    .for('update', { of: verdicts });
  const changes: Change[] = [];
  for (const { verdict, content } of rows) {
    const open = verdict.settledBy === null; // else a supervisor has set it aside
    const reversing = { ...arriving, submission: Submission.parse(content), at: arriving.decidedAt };
    const done = open ? await reverse(tx, account, reversing) : null;
    changes.push(...(done?.changes ?? []), ...(await answer(tx, verdict, done?.findings ?? null)));
  }
  return changes;
}

/** It waits no longer, and says what became of it. */
async function answer(
  tx: Transaction,
  { submissionId: id, deviceId, officeId }: typeof verdicts.$inferSelect,
  judged: Finding[] | null,
): Promise<Change[]> {
  const findings = judged && isUnknown(judged) ? [neverCounted] : judged;
  const outcome = findings?.length === 0 ? 'accepted' : 'refused';
  await tx
    .update(verdicts)
    .set({ waitsFor: null, ...(findings ? { outcome, findings } : {}) })
    .where(eq(verdicts.submissionId, id));
  return verdictChanges({ id, deviceId, officeId });
}

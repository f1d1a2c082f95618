import { eq } from 'drizzle-orm';
import { settlingOf } from '../../shared/metering/decision-rules';
import { PaymentReversalPayload } from '../../shared/model/payment';
import type { Submission, SubmissionKind } from '../../shared/model/submission';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { accountIdOfTarget } from './target';

/** Their payload says which account they are about; other kinds say on whose behalf they are made. */
const naming: readonly SubmissionKind[] = [
  'reading',
  'reading-correction',
  'payment',
  'registration',
  'contact-change',
];

export type LockedAccount = typeof accounts.$inferSelect;

/**
 * The account a submission is about: an index, a payment or a form names it, a decision is about that of what it settles, a
 * reversal about that of its payment.
 */
async function accountIdOf(tx: Transaction, submission: Submission): Promise<string | null> {
  const { kind, payload, onBehalfOf } = submission;
  if (kind === 'decision') return accountIdOfTarget(tx, settlingOf(submission)?.submissionId ?? '');
  if (kind === 'payment-reversal')
    return (await accountIdOfTarget(tx, reversedPayment(submission) ?? '')) ?? onBehalfOf;
  const named = typeof payload.accountId === 'string' ? payload.accountId : null;
  return naming.includes(kind) ? named : (onBehalfOf ?? named);
}

/**
 * Locks a submission's account, always before its meters: one order for all, so decisions wait for each other and never
 * in a circle. Null when it names none that we know.
 */
export async function lockAccount(tx: Transaction, submission: Submission): Promise<LockedAccount | null> {
  const id = await accountIdOf(tx, submission);
  if (id === null) return null;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('update');
  return account ?? null;
}

/** The payment a reversal takes back, null for any other kind. */
export const reversedPayment = ({ kind, payload }: Submission): string | null =>
  kind === 'payment-reversal' ? (PaymentReversalPayload.safeParse(payload).data?.paymentId ?? null) : null;

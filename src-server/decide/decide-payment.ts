import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { claimsOf } from '../../shared/billing/allocate';
import { checkPayment } from '../../shared/billing/payment-rules';
import type { Finding } from '../../shared/metering/finding';
import { PaymentPayload } from '../../shared/model/payment';
import type { Submission } from '../../shared/model/submission';
import { receiptNumberOf } from '../../shared/receipt-number';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { invoices, paymentAllocations, payments } from '../db/schema';
import { changePayment, enterInBooks } from './account-books';
import { creditOf } from './credits';
import { type Arriving, type Decide, type Decision, decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import type { Target } from './target';

/** Money taken at a counter: it counts, whatever the invoices ask for by now. */
export const decidePayment: Decide = async (tx, arriving, account) => {
  const { submission, receivedAt } = arriving;
  if (submission.actor.kind !== 'staff')
    return keepPayment(tx, arriving, { account, findings: [{ code: 'actor-not-allowed' }] });
  if (!account) return decisionOf([{ code: 'unknown-account' }], submission);
  const judge = (creditBani: number): Decision =>
    decisionOf(checkPayment(factsOf(submission, { receivedAt, creditBani })), submission);
  const { outcome } = judge(0);
  const payment = await savePayment(tx, submission, { account, accepted: outcome === 'accepted' });
  if (!payment.accepted) return judge(0);
  const changes = await enterInBooks(tx, account, payment);
  return { ...judge(await creditOf(tx, submission.id)), changes };
};

/** Money taken by somebody, or somewhere, that may not: it is kept, and counts when a supervisor says so. */
export async function keepPayment(
  tx: Transaction,
  { submission }: Pick<Arriving, 'submission'>,
  { account, findings }: { account: LockedAccount | null; findings: Finding[] },
): Promise<Decision> {
  if (!account) return decisionOf([...findings, { code: 'unknown-account' }], submission);
  await savePayment(tx, submission, { account, accepted: false });
  return decisionOf(findings, submission);
}

/** Lets a settled payment count, or no longer. Its account is locked. */
export async function recountPayment(
  tx: Transaction,
  { submission: { id }, verdict: { accountId, officeId } }: Target,
  accepted: boolean,
): Promise<Change[]> {
  const [before] = await tx.select().from(payments).where(eq(payments.id, id));
  if (!before || accountId === null) return [];
  return changePayment(tx, { owner: { id: accountId, officeId }, before, change: { accepted } });
}

function factsOf(submission: Submission, arrival: { receivedAt: string; creditBani: number }) {
  const { amountBani, allocations, method, terminalReference } = PaymentPayload.parse(submission.payload);
  const chosen = allocations.map(({ invoiceId: id }) => ({ id, outstandingBani: null }));
  const { capturedAt } = submission;
  return { amountBani, chosen, method, tendered: null, terminalReference, capturedAt, arrival };
}

/** The payment and what of it is meant for which invoice; nothing of that is dealt out yet. */
async function savePayment(
  tx: Transaction,
  { id, payload, capturedAt, deviceId, actor }: Submission,
  { account, accepted }: { account: LockedAccount; accepted: boolean },
) {
  const asked = PaymentPayload.parse(payload);
  const [payment] = await tx
    .insert(payments)
    .values({
      id,
      accountId: account.id,
      amountBani: asked.amountBani,
      method: asked.method,
      tenderedBani: asked.tenderedBani,
      terminalReference: asked.terminalReference,
      paidAt: capturedAt,
      receiptNumber: receiptNumberOf(createHash('sha256').update(id).digest()),
      accepted,
      deviceId,
      staffId: actor.kind === 'staff' ? actor.staffId : null,
    })
    .returning();
  if (!payment) throw new Error(`Payment ${id} was not inserted.`);
  const claims = await knownClaims(tx, asked, account.id);
  if (claims.length > 0) await tx.insert(paymentAllocations).values(claims.map(toAllocation(id)));
  return payment;
}

const toAllocation =
  (paymentId: string) =>
  ({ invoiceId, amountBani }: ReturnType<typeof claimsOf>[number]) => ({
    paymentId,
    invoiceId,
    amountBani: 0,
    claimedBani: amountBani,
  });

/** What is meant for an invoice that the account does not have stays a credit. */
async function knownClaims(tx: Transaction, asked: PaymentPayload, accountId: string) {
  const claims = claimsOf(asked);
  if (claims.length === 0) return [];
  const ids = claims.map(({ invoiceId }) => invoiceId);
  const rows = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), inArray(invoices.id, ids)));
  const known = new Set(rows.map(({ id }) => id));
  return claims.filter(({ invoiceId }) => known.has(invoiceId));
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Allocation } from '../../shared/billing/allocate';
import type { Transaction } from '../db/connect';
import { invoices, paymentAllocations, payments } from '../db/schema/billing';
import { receiptFor } from './receipt';

/** Money that was taken at a counter, by a terminal or on the payment page. */
export type TakenPayment = Omit<typeof payments.$inferInsert, 'receiptNumber'>;

/**
 * Saves a payment and what of it is meant for which invoice; nothing of that is dealt out yet: see `enterInBooks`. Its
 * account is locked. What is meant for an invoice that the account does not have stays a credit.
 */
export async function savePayment(tx: Transaction, taken: TakenPayment, claims: readonly Allocation[]) {
  const { id } = taken;
  const [payment] = await tx
    .insert(payments)
    .values({ ...taken, receiptNumber: receiptFor(id) })
    .returning();
  if (!payment) throw new Error(`Payment ${id} was not inserted.`);
  const known = await knownClaims(tx, taken.accountId, claims);
  if (known.length > 0) await tx.insert(paymentAllocations).values(known.map(toAllocation(id)));
  return payment;
}

const toAllocation =
  (paymentId: string) =>
  ({ invoiceId, amountBani }: Allocation) => ({
    paymentId,
    invoiceId,
    amountBani: 0,
    claimedBani: amountBani,
  });

async function knownClaims(tx: Transaction, accountId: string, claims: readonly Allocation[]) {
  if (claims.length === 0) return [];
  const ids = claims.map(({ invoiceId }) => invoiceId);
  const rows = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), inArray(invoices.id, ids)));
  const known = new Set(rows.map(({ id }) => id));
  return claims.filter(({ invoiceId }) => known.has(invoiceId));
}

import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { allocate } from '../../shared/billing/allocate';
import type { Change } from '../changes/record-changes';
import { officeScope } from '../changes/scopes';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { invoices, paymentAllocations, payments } from '../db/schema/billing';
import { refreshCredits } from './credits';
import type { LockedAccount } from './lock-account';

/*
 * The books of one account are worked out again whenever one of its payments begins or ceases to count: each invoice is
 * paid by what was meant for it in the order in which it was taken. So they are the same whatever the order of arrival,
 * and what an invoice did not need is a credit in the balance.
 */
type Owner = Pick<LockedAccount, 'id' | 'officeId'>;
type PaymentRow = typeof payments.$inferSelect;

const counts = ({ accepted, reversedAt }: Pick<PaymentRow, 'accepted' | 'reversedAt'>): boolean =>
  accepted && reversedAt === null;

/**
 * Changes whether a payment counts, and the books with it. The account is locked; its invoices are locked here, by id.
 * @returns the documents that changed; none when it counts, or does not, as before
 */
export async function changePayment(
  tx: Transaction,
  { owner, before, change }: { owner: Owner; before: PaymentRow; change: Partial<PaymentRow> },
): Promise<Change[]> {
  await tx.update(payments).set(change).where(eq(payments.id, before.id));
  const after = { ...before, ...change };
  if (counts(before) === counts(after)) return [];
  return enterInBooks(tx, owner, after);
}

/** Enters a payment that has just begun or ceased to count. */
export async function enterInBooks(
  tx: Transaction,
  owner: Owner,
  payment: Pick<PaymentRow, 'id' | 'amountBani' | 'accepted' | 'reversedAt'>,
): Promise<Change[]> {
  const signed = counts(payment) ? -payment.amountBani : payment.amountBani;
  await tx
    .update(accounts)
    .set({ balanceBani: sql`${accounts.balanceBani} + ${signed}` })
    .where(eq(accounts.id, owner.id));
  const touched = await recountInvoices(tx, payment.id);
  const affected = [...new Set([payment.id, ...touched.paymentIds])];
  const of = (collection: Change['collection'], ids: readonly string[]): Change[] =>
    ids.map((documentId) => ({ scope: officeScope(owner.officeId), collection, documentId }));
  return [
    ...of('accounts', [owner.id]),
    ...of('invoices', touched.invoiceIds),
    ...of('payments', affected),
    ...(await refreshCredits(tx, affected)),
  ];
}

interface Touched {
  invoiceIds: string[];
  paymentIds: string[];
}

async function recountInvoices(tx: Transaction, paymentId: string): Promise<Touched> {
  const claimed = tx
    .select({ id: paymentAllocations.invoiceId })
    .from(paymentAllocations)
    .where(eq(paymentAllocations.paymentId, paymentId));
  const locked = await tx
    .select({ id: invoices.id, outstandingBani: invoices.outstandingBani })
    .from(invoices)
    .where(inArray(invoices.id, claimed))
    .orderBy(asc(invoices.id))
    .for('update');
  const paymentIds: string[] = [];
  for (const invoice of locked) paymentIds.push(...(await recountInvoice(tx, invoice)));
  return { invoiceIds: locked.map(({ id }) => id), paymentIds };
}

/** @returns the payments of which another part pays it now */
async function recountInvoice(
  tx: Transaction,
  { id, outstandingBani }: { id: string; outstandingBani: number },
): Promise<string[]> {
  const claims = await claimsOn(tx, id);
  const owedBani = claims.reduce((sum, { amountBani }) => sum + amountBani, outstandingBani);
  const paid = allocate(owedBani, claims.filter(counts));
  const changed = claims.filter(({ paymentId, amountBani }) => (paid.get(paymentId) ?? 0) !== amountBani);
  for (const { paymentId } of changed) {
    await tx
      .update(paymentAllocations)
      .set({ amountBani: paid.get(paymentId) ?? 0 })
      .where(and(eq(paymentAllocations.paymentId, paymentId), eq(paymentAllocations.invoiceId, id)));
  }
  const left = [...paid.values()].reduce((rest, amountBani) => rest - amountBani, owedBani);
  await tx.update(invoices).set({ outstandingBani: left }).where(eq(invoices.id, id));
  return changed.map(({ paymentId }) => paymentId);
}

async function claimsOn(tx: Transaction, invoiceId: string) {
  const rows = await tx
    .select({
      paymentId: payments.id,
      paidAt: payments.paidAt,
      accepted: payments.accepted,
      reversedAt: payments.reversedAt,
      amountBani: paymentAllocations.amountBani,
      claimedBani: paymentAllocations.claimedBani,
    })
    .from(paymentAllocations)
    .innerJoin(payments, eq(payments.id, paymentAllocations.paymentId))
    .where(and(eq(paymentAllocations.invoiceId, invoiceId), isNotNull(paymentAllocations.claimedBani)));
  return rows.map((row) => ({ ...row, claimedBani: row.claimedBani ?? 0 }));
}

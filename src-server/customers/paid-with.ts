import { and, eq, gt } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { invoices, paymentAllocations } from '../db/schema/billing';
import type { PaidWith } from '../mail/slip-mail';

/** Which invoices a payment pays, and what of it pays none. */
export async function paidWith(
  tx: Transaction,
  { id, amountBani }: { id: string; amountBani: number },
): Promise<PaidWith> {
  const paid = await tx
    .select({ invoiceNumber: invoices.number, amountBani: paymentAllocations.amountBani })
    .from(paymentAllocations)
    .innerJoin(invoices, eq(invoices.id, paymentAllocations.invoiceId))
    .where(and(eq(paymentAllocations.paymentId, id), gt(paymentAllocations.amountBani, 0)))
    .orderBy(invoices.number);
  return {
    invoiceNumbers: paid.map(({ invoiceNumber }) => invoiceNumber),
    creditBani: paid.reduce((left, part) => left - part.amountBani, amountBani),
  };
}

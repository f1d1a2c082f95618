import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { payments } from '../db/schema/billing';
import { paymentOrders } from '../db/schema/orders';
import type { MailedSlip } from '../mail/slip-mail';
import type { Account } from './form';
import { paidWith } from './paid-with';

interface OrderAsked {
  orderId: string;
  account: Account;
}

/**
 * The slip of what a customer paid at a kiosk by card or by phone, which is no submission; null: no such payment of the
 * account. Another kiosk may ask: a payment begun at one is followed at the next.
 */
export async function orderSlip(
  tx: Transaction,
  { orderId, account }: OrderAsked,
): Promise<MailedSlip | null> {
  const [paid] = await tx
    .select({
      receiptNumber: payments.receiptNumber,
      capturedAt: payments.paidAt,
      amountBani: payments.amountBani,
      reversedAt: payments.reversedAt,
    })
    .from(payments)
    .innerJoin(paymentOrders, eq(paymentOrders.id, payments.id))
    .where(and(eq(payments.id, orderId), eq(payments.accountId, account.id)));
  if (!paid) return null;
  const { clientCode } = account;
  const told = { kind: 'payment', clientCode, outcome: 'accepted', findings: [], reading: null } as const;
  return { ...told, ...paid, paid: await paidWith(tx, { id: orderId, amountBani: paid.amountBani }) };
}

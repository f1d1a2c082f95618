import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { payments } from '../db/schema/billing';
import { paymentOrders } from '../db/schema/orders';
import type { MailedSlip } from '../mail/slip-mail';
import type { Account } from './form';

interface OrderAsked {
  orderId: string;
  deviceId: string; // at which it was paid
  account: Account;
}

/** The slip of what a customer paid at a kiosk by card or by phone, which is no submission; null: no such payment. */
export async function orderSlip(
  tx: Transaction,
  { orderId, deviceId, account }: OrderAsked,
): Promise<MailedSlip | null> {
  const [paid] = await tx
    .select({
      receiptNumber: payments.receiptNumber,
      capturedAt: payments.paidAt,
      amountBani: payments.amountBani,
    })
    .from(payments)
    .innerJoin(paymentOrders, eq(paymentOrders.id, payments.id))
    .where(
      and(eq(payments.id, orderId), eq(payments.accountId, account.id), eq(paymentOrders.deviceId, deviceId)),
    );
  if (!paid) return null;
  const { clientCode } = account;
  return { ...paid, kind: 'payment', clientCode, outcome: 'accepted', findings: [], reading: null };
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Receipt } from '../../shared/sync/receipt';
import type { Queryable } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { payments } from '../db/schema/billing';
import { devices } from '../db/schema/devices';
import { paymentOrders } from '../db/schema/orders';

/** What a customer paid at a kiosk by card or by phone, which is no submission; null: no such number in these offices. */
export async function orderReceipt(
  db: Queryable,
  receiptNumber: string,
  officeIds: readonly string[],
): Promise<Receipt | null> {
  const [row] = await db
    .select({ payment: payments, deviceName: devices.name })
    .from(payments)
    .innerJoin(paymentOrders, eq(paymentOrders.id, payments.id))
    .innerJoin(accounts, eq(accounts.id, payments.accountId))
    .innerJoin(devices, eq(devices.id, paymentOrders.deviceId))
    .where(and(eq(payments.receiptNumber, receiptNumber), inArray(accounts.officeId, [...officeIds])));
  if (!row) return null;
  const { payment, deviceName } = row;
  const { id, accountId, amountBani, paidAt: capturedAt } = payment;
  return {
    ...{ receiptNumber, id, kind: 'payment', accountId, capturedAt, amountBani, deviceName },
    ...{ outcome: 'accepted', findings: [], superseded: false, period: null, index: null },
  };
}

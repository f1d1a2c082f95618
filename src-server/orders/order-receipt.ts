import { eq } from 'drizzle-orm';
import type { Receipt } from '../../shared/sync/receipt';
import type { Queryable } from '../db/connect';
import { payments } from '../db/schema/billing';
import { devices } from '../db/schema/devices';
import { paymentOrders } from '../db/schema/orders';

/** What a customer paid at a kiosk by card or by phone, which is no submission; null: no such number. */
export async function orderReceipt(db: Queryable, receiptNumber: string): Promise<Receipt | null> {
  const [row] = await db
    .select({ payment: payments, deviceName: devices.name })
    .from(payments)
    .innerJoin(paymentOrders, eq(paymentOrders.id, payments.id))
    .innerJoin(devices, eq(devices.id, paymentOrders.deviceId))
    .where(eq(payments.receiptNumber, receiptNumber));
  if (!row) return null;
  const { payment, deviceName } = row;
  const { id, accountId, amountBani, paidAt: capturedAt } = payment;
  return {
    ...{ receiptNumber, id, kind: 'payment', accountId, capturedAt, amountBani, deviceName },
    ...{ outcome: 'accepted', findings: [], superseded: false, period: null, index: null },
  };
}

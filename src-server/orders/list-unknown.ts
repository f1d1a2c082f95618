import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { devices } from '../db/schema/devices';
import { paymentOrders } from '../db/schema/orders';

export interface UnknownOrder {
  id: string;
  channel: string;
  amountBani: number;
  madeAt: string;
  ageMs: number;
  accountId: string;
  clientCode: string | null; // null: the account is not in the tables
  deviceName: string;
  terminalAddress: string | null;
}

/** Payments at kiosks of which it is not known whether they were charged, the oldest first. */
export async function listUnknown(db: Queryable, nowMs: number): Promise<UnknownOrder[]> {
  const { id, channel, amountBani, madeAt, state, accountId, deviceId } = paymentOrders;
  const { clientCode } = accounts;
  const { name: deviceName, terminalAddress } = devices;
  const orders = await db
    .select({ id, channel, amountBani, madeAt, accountId, clientCode, deviceName, terminalAddress })
    .from(paymentOrders)
    .innerJoin(accounts, eq(accounts.id, accountId))
    .innerJoin(devices, eq(devices.id, deviceId))
    .where(eq(state, 'unknown'))
    .orderBy(asc(madeAt), asc(id));
  return orders.map((order) => ({ ...order, ageMs: nowMs - Date.parse(order.madeAt) }));
}

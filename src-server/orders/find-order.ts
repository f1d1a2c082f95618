import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { paymentOrders } from '../db/schema/orders';
import type { CallingDevice } from '../devices/calling-device';
import { HttpProblem } from '../http/problem';
import { isUnsettled, type OrderRow } from './order-row';
import type { OrderWaits } from './order-waits';

const lookEveryMs = 400; // for what other server processes wrote

/**
 * An order of an account that the device serves. One that is not settled is waited for: until its state changes, or
 * `waitMs` are over. @throws HttpProblem `not-found`
 */
export async function followOrder(
  { db, waits }: { db: Queryable; waits: OrderWaits },
  device: CallingDevice,
  { id, waitMs }: { id: string; waitMs: number },
): Promise<OrderRow> {
  let order = await findOrder(db, device, id);
  const { state } = order;
  for (let leftMs = waitMs; isUnsettled(order) && leftMs > 0 && !waits.closed; leftMs -= lookEveryMs) {
    const change = waits.next(id, Math.min(leftMs, lookEveryMs));
    order = await findOrder(db, device, id); // while it waits already: no change comes in between
    if (order.state !== state) change.cancel();
    await change.over;
    if (order.state !== state) return order;
  }
  return waitMs > 0 ? findOrder(db, device, id) : order;
}

async function findOrder(db: Queryable, { offices }: CallingDevice, id: string): Promise<OrderRow> {
  const ofOffices = inArray(
    accounts.officeId,
    offices.map((office) => office.id),
  );
  const [found] = await db
    .select({ order: paymentOrders })
    .from(paymentOrders)
    .innerJoin(accounts, eq(accounts.id, paymentOrders.accountId))
    .where(and(eq(paymentOrders.id, id), ofOffices));
  if (!found) throw new HttpProblem('not-found', { detail: 'No such payment order.' });
  return found.order;
}

import { and, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { audit } from '../db/schema/audit';
import { paymentOrders } from '../db/schema/orders';

/** In the audit: what a kiosk told of an order. */
export const offeredAction = 'payment-order-offered';

/** Whether a server, before it was restored, told the kiosk that the order was paid. */
export async function wasSeenPaid(db: Queryable, id: string): Promise<boolean> {
  const [seen] = await db
    .select({ id: audit.id })
    .from(audit)
    .where(saysSeenPaid(eq(audit.subject, id)));
  return seen !== undefined;
}

const saysSeenPaid = (ofOrder: SQL): SQL | undefined =>
  and(ofOrder, eq(audit.action, offeredAction), eq(sql`${audit.detail} ->> 'seenPaid'`, 'true'));

/** The same of `payment_orders` in a query. */
export const orderSeenPaid = (db: Queryable): SQL =>
  exists(
    db
      .select({ id: audit.id })
      .from(audit)
      .where(saysSeenPaid(eq(audit.subject, paymentOrders.id))),
  );

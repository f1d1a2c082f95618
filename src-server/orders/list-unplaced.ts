import { and, asc, eq, isNull } from 'drizzle-orm';
import { isOver } from '../../shared/journal/order-record';
import { OfferedOrder } from '../../shared/sync/payment-offer';
import type { Queryable } from '../db/connect';
import { audit } from '../db/schema/audit';
import { devices } from '../db/schema/devices';
import { paymentOrders } from '../db/schema/orders';
import type { UnknownOrder } from './list-unknown';
import { unplacedAction } from './take-offers';

/** Payments that kiosks offered for accounts which are not in the tables, the oldest first. */
export async function listUnplaced(db: Queryable, nowMs: number): Promise<UnknownOrder[]> {
  const rows = await db
    .select({
      id: audit.subject,
      detail: audit.detail,
      deviceName: devices.name,
      at: devices.terminalAddress,
    })
    .from(audit)
    .innerJoin(devices, eq(devices.id, audit.deviceId))
    .leftJoin(paymentOrders, eq(paymentOrders.id, audit.subject))
    .where(and(eq(audit.action, unplacedAction), isNull(paymentOrders.id)))
    .orderBy(asc(audit.at), asc(audit.subject));
  return rows.flatMap(({ id, detail, deviceName, at: terminalAddress }) => {
    const offered = OfferedOrder.omit({ id: true }).parse(detail);
    if (isOver(offered) && !offered.seenPaid) return []; // nothing was taken
    const { accountId, channel, amountBani, beganAt: madeAt } = offered;
    const ageMs = nowMs - Date.parse(madeAt);
    const clientCode = null;
    return [{ id, channel, amountBani, madeAt, ageMs, accountId, clientCode, deviceName, terminalAddress }];
  });
}

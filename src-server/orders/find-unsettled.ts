import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { devices } from '../db/schema/devices';
import { paymentOrders } from '../db/schema/orders';
import type { OrderRow } from './order-row';

export interface Unsettled {
  order: OrderRow;
  terminalAddress: string | null;
}

/** @param openSince open orders made after this moment are left to who began them; null: all open ones are */
export async function findUnsettled(
  db: Db,
  { openSince, now }: { openSince: string | null; now: string },
): Promise<Unsettled[]> {
  const { state, madeAt, id, deviceId } = paymentOrders;
  const open =
    openSince === null ? undefined : or(and(eq(state, 'open'), lte(madeAt, openSince)), unconfirmed(now));
  return db
    .select({ order: paymentOrders, terminalAddress: devices.terminalAddress })
    .from(paymentOrders)
    .innerJoin(devices, eq(devices.id, deviceId))
    .where(or(eq(state, 'unknown'), open))
    .orderBy(asc(madeAt), asc(id));
}

const confirmAfterMs = 300_000; // a card that was typed in the last second has its answer by then
const confirmWithinMs = 86_400_000;

export const earlier = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

/**
 * Pages that ended unpaid while somebody may have been paying there, and the callback that says so may be lost: each is
 * asked about once more after its end, until that is answered or a day is over.
 */
const unconfirmed = (now: string) =>
  and(
    eq(paymentOrders.channel, 'page'),
    inArray(paymentOrders.state, ['expired', 'failed']),
    isNull(paymentOrders.endConfirmedAt),
    lte(paymentOrders.endsAt, earlier(now, confirmAfterMs)),
    gt(paymentOrders.endsAt, earlier(now, confirmWithinMs)),
  );

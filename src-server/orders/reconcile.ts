import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { fewAtATime } from '../compare/few-at-a-time';
import type { Db } from '../db/connect';
import { devices, paymentOrders } from '../db/schema';
import type { ServerContext } from '../server-context';
import type { Terminals } from '../terminal/card-terminal';
import { type OrderResult, resultOfPage, resultOfStatus } from './order-result';
import { isUnsettled, type OrderRow } from './order-row';
import type { Settle } from './payment-desk';

/*
 * A connection lost after an approval, a callback that never came, a server killed in the middle of a sale: each leaves
 * an order unsettled. Every server process asks the terminal or the provider about such orders until it knows. Settling
 * is done once whoever finds out, so several may ask; a lock only spares the terminal from being asked by all at once.
 */
export interface Reconciling extends Pick<ServerContext, 'database' | 'clock' | 'paymentPage' | 'onError'> {
  terminals: Terminals;
  settle: Settle;
  /** Orders whose outcome this process is being told anyway. */
  drives: (id: string) => boolean;
  /** How long an open order is left to the process that began it: after it was made, and after its end. */
  graceMs: number;
}

interface Unsettled {
  order: OrderRow;
  terminalAddress: string | null;
}

const placesAtOnce = 3; // each holds a database connection while it is asked

/** @param openSince open orders made after this moment are left to who began them; null: all open ones are */
export async function reconcile(parts: Reconciling, openSince: string | null): Promise<void> {
  const few = fewAtATime(placesAtOnce);
  const unsettled = await findUnsettled(parts.database.db, { openSince, now: parts.clock.now() });
  const orders = unsettled.filter(({ order }) => !parts.drives(order.id));
  await Promise.all([...byPlace(orders)].map((atOne) => few(() => askInTurn(parts, atOne))));
}

async function findUnsettled(db: Db, { openSince, now }: { openSince: string | null; now: string }) {
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

const earlier = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

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

/** A terminal takes one connection at a time. */
function byPlace(orders: readonly Unsettled[]): Iterable<Unsettled[]> {
  const places = new Map<string, Unsettled[]>();
  for (const unsettled of orders) {
    const { order, terminalAddress } = unsettled;
    const place = order.channel === 'page' ? 'page' : (terminalAddress ?? '');
    places.set(place, [...(places.get(place) ?? []), unsettled]);
  }
  return places.values();
}

async function askInTurn(parts: Reconciling, orders: readonly Unsettled[]): Promise<void> {
  for (const unsettled of orders) {
    try {
      const { id, channel } = unsettled.order;
      const result = await alone(parts.database.db, id, () => resultFrom(parts, unsettled));
      const by = channel === 'terminal' ? 'terminal' : 'provider';
      if (!result) continue;
      await parts.settle({ id, result, by });
      if (!isUnsettled(unsettled.order) && result.state !== 'unknown') await confirmEnd(parts, id);
    } catch (error) {
      parts.onError(error); // the next pass asks again
    }
  }
}

async function confirmEnd({ database, clock }: Reconciling, id: string): Promise<void> {
  await database.db
    .update(paymentOrders)
    .set({ endConfirmedAt: clock.now() })
    .where(eq(paymentOrders.id, id));
}

/**
 * Null when another process is asking. No row is locked meanwhile: whoever learns the outcome first can write it down.
 */
function alone<T>(db: Db, id: string, work: () => Promise<T>): Promise<T | null> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`payment order ${id}`}, 0)) as mine`,
    );
    return rows[0]?.mine ? work() : null;
  });
}

async function resultFrom(
  { terminals, paymentPage, clock, graceMs }: Reconciling,
  { order, terminalAddress }: Unsettled,
): Promise<OrderResult | null> {
  if (order.channel === 'page') {
    if (!paymentPage) return null;
    return resultOfPage(await paymentPage.status(order.id), { isOver: clock.now() > order.endsAt });
  }
  if (terminalAddress === null) return null;
  const status = await terminals(terminalAddress).status(order.id);
  return resultOfStatus(status, { isOver: earlier(clock.now(), graceMs) > order.endsAt });
}

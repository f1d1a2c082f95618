import { and, asc, eq, lte, or, sql } from 'drizzle-orm';
import { fewAtATime } from '../compare/few-at-a-time';
import type { Db } from '../db/connect';
import { devices, paymentOrders } from '../db/schema';
import type { ServerContext } from '../server-context';
import type { Terminals } from '../terminal/card-terminal';
import { type OrderResult, resultOfPage, resultOfSale } from './order-result';
import type { OrderRow } from './order-row';
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
}

interface Unsettled {
  order: OrderRow;
  terminalAddress: string | null;
}

const placesAtOnce = 3; // each holds a database connection while it is asked

/** @param openSince open orders made after this moment are left to who began them; null: all open ones are */
export async function reconcile(parts: Reconciling, openSince: string | null): Promise<void> {
  const few = fewAtATime(placesAtOnce);
  const unsettled = await findUnsettled(parts.database.db, openSince);
  const orders = unsettled.filter(({ order }) => !parts.drives(order.id));
  await Promise.all([...byPlace(orders)].map((atOne) => few(() => askInTurn(parts, atOne))));
}

async function findUnsettled(db: Db, openSince: string | null): Promise<Unsettled[]> {
  const { state, madeAt, id, deviceId } = paymentOrders;
  const open = openSince === null ? undefined : and(eq(state, 'open'), lte(madeAt, openSince));
  return db
    .select({ order: paymentOrders, terminalAddress: devices.terminalAddress })
    .from(paymentOrders)
    .innerJoin(devices, eq(devices.id, deviceId))
    .where(or(eq(state, 'unknown'), open))
    .orderBy(asc(madeAt), asc(id));
}

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
      if (result) await parts.settle({ id, result, by });
    } catch (error) {
      parts.onError(error); // the next pass asks again
    }
  }
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
  { terminals, paymentPage, clock }: Reconciling,
  { order, terminalAddress }: Unsettled,
): Promise<OrderResult | null> {
  if (order.channel === 'terminal')
    return terminalAddress === null ? null : resultOfSale(await terminals(terminalAddress).status(order.id));
  if (!paymentPage) return null;
  return resultOfPage(await paymentPage.status(order.id), { isOver: clock.now() > order.endsAt });
}

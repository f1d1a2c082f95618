import { eq } from 'drizzle-orm';
import { claimsOf } from '../../shared/billing/allocate';
import { type Change, recordChanges } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { paymentOrders } from '../db/schema/orders';
import { inTransaction } from '../db/transaction';
import { enterInBooks } from '../decide/account-books';
import type { DecidingContext } from '../decide/decide-batch';
import { savePayment } from '../decide/save-payment';
import type { OrderResult } from './order-result';
import { claimsOfOrder, isUnsettled, type OrderRow } from './order-row';

/** A person who has looked, at the terminal's own list or the provider's. */
export interface OperatorSays {
  operator: string;
  note: string;
}

export interface Settling {
  id: string;
  result: OrderResult;
  /** Who told, for the audit. */
  by: 'terminal' | 'provider' | 'callback' | 'server' | OperatorSays;
  /** Nothing is written where this does not hold of the order under its lock. */
  provided?: (order: OrderRow) => boolean;
}

/**
 * Writes down what became of an order, in one transaction and once, whoever tells it how often. Charged money counts even
 * when the order had ended otherwise: it was taken.
 * @returns the order as it is now, and whether this changed it; null when there is no such order
 */
export async function settleOrder(
  context: DecidingContext,
  settling: Settling,
): Promise<{ order: OrderRow; changed: boolean } | null> {
  const { database, clock, watch } = context;
  const now = clock.now();
  const settled = await inTransaction(database.db, async (tx) => {
    const order = await lockOrder(tx, settling.id);
    if (!order) return null;
    const { result, provided } = settling;
    if (!follows(order, result) || provided?.(order) === false) return { order, changed: false };
    const after = await writeState(tx, order, { ...settling, now });
    if (settling.result.state === 'paid')
      await recordChanges(tx, await takeIn(tx, order, { result: settling.result, now }));
    return { order: after, changed: true };
  });
  if (settled?.changed && settled.order.state === 'paid') watch.changed();
  return settled;
}

/** The account before the order, as everything that touches an account's books. */
async function lockOrder(tx: Transaction, id: string): Promise<OrderRow | null> {
  const ofOrder = eq(paymentOrders.id, id);
  const [found] = await tx.select({ accountId: paymentOrders.accountId }).from(paymentOrders).where(ofOrder);
  if (!found) return null;
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, found.accountId)).for('update');
  const [order] = await tx.select().from(paymentOrders).where(ofOrder).for('update');
  return order ?? null;
}

function follows(order: OrderRow, { state }: OrderResult): boolean {
  if (state === 'paid') return order.state !== 'paid';
  return state === 'unknown' ? order.state === 'open' : isUnsettled(order);
}

async function writeState(
  tx: Transaction,
  { id, deviceId, state: before, channel }: OrderRow,
  { result, by, now }: Settling & { now: string },
): Promise<OrderRow> {
  const { state } = result;
  const [after] = await tx
    .update(paymentOrders)
    .set({
      state,
      settledAt: state === 'unknown' ? null : now,
      ...(result.state === 'paid' ? { providerReference: result.reference } : {}),
    })
    .where(eq(paymentOrders.id, id))
    .returning();
  if (!after) throw new Error(`There is no payment order ${id} any more.`);
  const said = typeof by === 'string' ? { by } : { by: 'operator', note: by.note };
  const detail = { ...result, channel, before, ...said };
  const actor = typeof by === 'string' ? `device:${deviceId}` : `operator:${by.operator}`;
  await tx.insert(audit).values({ at: now, deviceId, actor, action: 'payment-order', subject: id, detail });
  return after;
}

type Paid = Extract<OrderResult, { state: 'paid' }>;

/** What was charged becomes a payment, whatever the invoices ask for by now. */
async function takeIn(
  tx: Transaction,
  order: OrderRow,
  { result, now }: { result: Paid; now: string },
): Promise<Change[]> {
  const { id, accountId, deviceId, channel, madeAt } = order;
  const { amountBani, reference: terminalReference } = result;
  const [owner] = await tx
    .select({ id: accounts.id, officeId: accounts.officeId })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!owner) throw new Error(`There is no account ${accountId} any more.`);
  const method = channel === 'terminal' ? 'card' : 'online';
  const paidAt = within(result.paidAt, madeAt, now);
  const taken = { id, accountId, amountBani, method, paidAt, deviceId, terminalReference };
  const payment = await savePayment(tx, taken, claimsOf({ allocations: claimsOfOrder(order), amountBani }));
  return enterInBooks(tx, owner, payment);
}

/** A terminal's or provider's clock is believed between the order and now. */
function within(at: string, from: string, to: string): string {
  if (at < from) return from;
  return at > to && to >= from ? to : at;
}

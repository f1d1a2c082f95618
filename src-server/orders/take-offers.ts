import { and, eq } from 'drizzle-orm';
import { type OfferAnswer, OfferedOrder } from '../../shared/sync/payment-offer';
import { PaymentOrderState } from '../../shared/sync/payment-order';
import type { Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { paymentOrders } from '../db/schema/orders';
import { inTransaction, postgresCode } from '../db/transaction';
import type { CallingDevice } from '../devices/calling-device';
import { HttpProblem } from '../http/problem';
import type { ServerContext } from '../server-context';
import { lastsMs } from './begin-order';
import { lockAccount } from './lock-account';
import type { OrderRow } from './order-row';
import { offeredAction, wasSeenPaid } from './seen-paid';

type OfferContext = Pick<ServerContext, 'database' | 'clock' | 'warn'>;

/** In the audit: of an account that is not there, for `ghiseu payment list`. */
export const unplacedAction = 'payment-order-unplaced';

/**
 * What a kiosk says that it began, each in a transaction of its own. Others than are known are entered as `unknown`, whatever
 * the kiosk saw of them, and reconciling asks what became of them. What is known stays as it is, unless it is open or ended
 * without money here and was once seen paid there: then it is asked about again. Offered again, nothing changes.
 * @throws HttpProblem `bad-request` of a device that orders no payments
 */
export async function takeOffers(
  context: OfferContext,
  device: CallingDevice,
  rows: readonly unknown[],
): Promise<OfferAnswer[]> {
  if (device.surface !== 'self-service')
    throw new HttpProblem('bad-request', { detail: 'Only a self-service device orders payments.' });
  const answers: OfferAnswer[] = [];
  for (const row of rows) answers.push(await takeOffer(context, device, row));
  return answers;
}

async function takeOffer(context: OfferContext, device: CallingDevice, row: unknown): Promise<OfferAnswer> {
  const offered = OfferedOrder.safeParse(row);
  if (!offered.success) return notTaken(context, device, { reason: 'malformed' });
  const order = offered.data;
  const taken = await inTransaction(context.database.db, (tx) => enter(tx, { context, device, order })).catch(
    (error: unknown) => {
      if (postgresCode(error)?.startsWith('22')) return 'malformed' as const; // a value that cannot be stored
      throw error;
    },
  );
  if (typeof taken === 'string') return notTaken(context, device, { reason: taken, id: order.id });
  if (taken.isNew)
    context.warn(
      { order: order.id, device: device.id },
      'A kiosk offers a payment order that this server did not know: the terminal or the provider is asked about it',
    );
  return { outcome: 'known', state: PaymentOrderState.parse(taken.known.state) };
}

type Reason = Extract<OfferAnswer, { outcome: 'not-taken' }>['reason'];

function notTaken(
  { warn }: OfferContext,
  device: CallingDevice,
  { reason, id }: { reason: Reason; id?: string },
): OfferAnswer {
  warn({ order: id, device: device.id, reason }, 'A payment order that a kiosk offers is not taken');
  return { outcome: 'not-taken', reason };
}

interface Offer {
  context: OfferContext;
  device: CallingDevice;
  order: OfferedOrder;
}

async function enter(
  tx: Transaction,
  offer: Offer,
): Promise<{ known: OrderRow; isNew: boolean } | 'other-content' | 'no-account'> {
  const { device, order } = offer;
  const isPlaced = await lockAccount(tx, device, order.accountId);
  const [known] = await tx.select().from(paymentOrders).where(eq(paymentOrders.id, order.id));
  if (known)
    return isSame(known, offer) ? { known: await recall(tx, known, offer), isNew: false } : 'other-content';
  if (!isPlaced) {
    await rememberUnplaced(tx, offer);
    return 'no-account';
  }
  const [entered] = await tx.insert(paymentOrders).values(rowOf(offer)).onConflictDoNothing().returning();
  if (!entered) return 'other-content'; // entered at this very moment, for another account
  await remember(tx, offer, offeredAction);
  return { known: entered, isNew: true };
}

/** What this kiosk saw paid, and this server does not know as paid, is written down, and asked about once more. */
async function recall(tx: Transaction, known: OrderRow, offer: Offer): Promise<OrderRow> {
  const { order, context, device } = offer;
  if (!order.seenPaid || known.state === 'paid' || (await wasSeenPaid(tx, known.id))) return known;
  await remember(tx, offer, offeredAction);
  context.warn(
    { order: known.id, device: device.id, state: known.state },
    'A kiosk saw a payment paid which is not paid here: the terminal or the provider is asked about it',
  );
  return ['open', 'expired', 'failed'].includes(known.state) ? askAgain(tx, known) : known;
}

/** Where the account is none of the device's it is not locked: what becomes known at this very moment stands. */
async function askAgain(tx: Transaction, known: OrderRow): Promise<OrderRow> {
  const ofOrder = eq(paymentOrders.id, known.id);
  const [asked] = await tx
    .update(paymentOrders)
    .set({ state: 'unknown', settledAt: null, endConfirmedAt: null })
    .where(and(ofOrder, eq(paymentOrders.state, known.state)))
    .returning();
  if (asked) return asked;
  const [settled] = await tx.select().from(paymentOrders).where(ofOrder);
  return settled ?? known;
}

const isSame = (known: OrderRow, { device, order }: Offer): boolean =>
  known.deviceId === device.id &&
  known.accountId === order.accountId &&
  known.channel === order.channel &&
  known.amountBani === order.amountBani;

function rowOf({ context, device, order }: Offer): typeof paymentOrders.$inferInsert {
  const { id, accountId, channel, amountBani, invoices: claims, beganAt } = order;
  const madeMs = Math.min(Date.parse(beganAt), context.clock.nowMs()); // a kiosk's clock may be off
  const madeAt = new Date(madeMs).toISOString();
  const endsAt = new Date(madeMs + lastsMs[channel]).toISOString();
  return {
    id,
    accountId,
    deviceId: device.id,
    channel,
    amountBani,
    claims,
    state: 'unknown',
    madeAt,
    endsAt,
  };
}

async function remember(tx: Transaction, { context, device, order }: Offer, action: string): Promise<void> {
  const { id: subject, ...detail } = order;
  const at = context.clock.now();
  await tx
    .insert(audit)
    .values({ at, deviceId: device.id, actor: `device:${device.id}`, action, subject, detail });
}

/** Once, however often it is offered: somebody has to see that there may be money of an account which is not here. */
async function rememberUnplaced(tx: Transaction, offer: Offer): Promise<void> {
  const ofOrder = and(eq(audit.subject, offer.order.id), eq(audit.action, unplacedAction));
  const [before] = await tx.select({ id: audit.id }).from(audit).where(ofOrder);
  if (!before) await remember(tx, offer, unplacedAction);
}

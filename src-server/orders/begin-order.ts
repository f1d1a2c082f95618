import { and, asc, eq, inArray, not, sql } from 'drizzle-orm';
import { type Allocation, dealOut } from '../../shared/billing/allocate';
import { openOldestFirst } from '../../shared/billing/oldest-first';
import type { PaymentOrderRequest } from '../../shared/sync/payment-order';
import type { Queryable, Transaction } from '../db/connect';
import { invoices } from '../db/schema/billing';
import { devices } from '../db/schema/devices';
import { paymentOrders } from '../db/schema/orders';
import { inTransaction } from '../db/transaction';
import type { CallingDevice } from '../devices/calling-device';
import { HttpProblem } from '../http/problem';
import type { ServerContext } from '../server-context';
import { lockAccount } from './lock-account';
import { invoicesOfOrder, type OrderRow } from './order-row';
import { orderSeenPaid } from './seen-paid';

/** How long a customer has, in ms: at the terminal somewhat more than it waits for a card. */
export const lastsMs = { terminal: 120_000, page: 600_000 };

export interface Beginning {
  device: CallingDevice;
  request: PaymentOrderRequest;
  /** Of the device's terminal, for an order there. */
  terminalAddress: string | null;
}

/**
 * Enters an order, once an id, unless another one is answered (`standingOrder`). `isNew` is told to one caller alone: who
 * is told so drives it.
 * @throws HttpProblem `bad-request`, `not-found`, `amount-changed`, `terminal-busy`, `no-card-terminal`
 */
export async function beginOrder(
  { database, clock }: Pick<ServerContext, 'database' | 'clock'>,
  beginning: Beginning,
): Promise<{ order: OrderRow; isNew: boolean }> {
  const { device, request } = beginning;
  return inTransaction(database.db, async (tx) => {
    if (!(await lockAccount(tx, device, request.accountId)))
      throw new HttpProblem('not-found', { detail: "No such account in this device's offices." });
    const standing = await standingOrder(tx, beginning);
    if (standing && !isAnotherPage(standing, request)) return { order: standing, isNew: false };
    const claims = await claimsFor(tx, request);
    if (standing) return { order: standing, isNew: false };
    if (request.channel === 'terminal') await claimTerminal(tx, await addressBeside(tx, beginning));
    const endsAt = new Date(clock.nowMs() + lastsMs[request.channel]).toISOString();
    const { id, accountId, channel, amountBani } = request;
    const values = { id, accountId, channel, amountBani, claims, deviceId: device.id, endsAt };
    const [order] = await tx
      .insert(paymentOrders)
      .values({ ...values, state: 'open', madeAt: clock.now() })
      .onConflictDoNothing()
      .returning();
    if (order) return { order, isNew: true };
    throw otherContent(); // made at this very moment, for another account
  });
}

/** One opened before: nobody is led there for what was paid meanwhile. */
const isAnotherPage = (standing: OrderRow, { id }: PaymentOrderRequest): boolean =>
  standing.id !== id && standing.channel === 'page' && standing.state === 'open';

/**
 * The order that is answered instead of a new one: the one that has this id already, or one that stands for it.
 *
 * Where another order for the same invoices may be charging a card, that one is answered instead, under its own id, and no
 * new one is made: an `unknown` one of either channel, an open one at a terminal, and an open page that was asked for
 * with the same invoices and amount. (An open page does not stand against the terminal: it charges only who goes on to pay
 * there. The provider closes none for us: what is paid on it although a card was quicker is a credit.)
 * @throws HttpProblem `bad-request`: the id is known with other content
 */
export async function standingOrder(db: Queryable, beginning: Beginning): Promise<OrderRow | null> {
  return (await knownOrder(db, beginning)) ?? (await standingFor(db, beginning.request));
}

const otherContent = (): HttpProblem =>
  new HttpProblem('bad-request', { detail: 'This order id is known with other content.' });

/** The order that has this id already: asked for again, with the same content. */
async function knownOrder(db: Queryable, { device, request }: Beginning): Promise<OrderRow | null> {
  const [order] = await db.select().from(paymentOrders).where(eq(paymentOrders.id, request.id));
  if (!order) return null;
  const { accountId, channel, amountBani } = request;
  const same =
    order.deviceId === device.id &&
    order.accountId === accountId &&
    order.channel === channel &&
    order.amountBani === amountBani &&
    paysSame(order, request);
  if (!same) throw otherContent();
  return order;
}

function paysSame(order: OrderRow, { invoiceIds }: PaymentOrderRequest): boolean {
  return sameSet(new Set(invoicesOfOrder(order)), new Set(invoiceIds));
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((member) => b.has(member));

async function standingFor(db: Queryable, request: PaymentOrderRequest): Promise<OrderRow | null> {
  const orders = await db
    .select()
    .from(paymentOrders)
    .where(
      and(eq(paymentOrders.accountId, request.accountId), inArray(paymentOrders.state, ['open', 'unknown'])),
    )
    .orderBy(asc(paymentOrders.madeAt), asc(paymentOrders.id));
  const asked = new Set(request.invoiceIds);
  const overlapping = orders.filter((order) => invoicesOfOrder(order).some((id) => asked.has(id)));
  const charging = overlapping.find(({ state, channel }) => state === 'unknown' || channel === 'terminal');
  if (charging) return charging;
  const samePage = overlapping.find(
    (order) => order.amountBani === request.amountBani && paysSame(order, request),
  );
  return request.channel === 'page' ? (samePage ?? null) : null;
}

/** The invoices as they are now, each of which asks for money, all of it together for the order's amount. */
async function claimsFor(tx: Transaction, request: PaymentOrderRequest): Promise<Allocation[]> {
  const { accountId, amountBani } = request;
  const invoiceIds = [...new Set(request.invoiceIds)];
  const known = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), inArray(invoices.id, invoiceIds)));
  if (known.length < invoiceIds.length)
    throw new HttpProblem('bad-request', { detail: 'An invoice is none of this account.' });
  const open = openOldestFirst(known);
  const owedBani = open.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0);
  if (open.length < known.length || owedBani !== amountBani) throw new HttpProblem('amount-changed');
  return dealOut(amountBani, open);
}

/**
 * The terminal that was asked whether it is ready. Locked until the order is there, so that it is not exchanged in between.
 * @throws HttpProblem `no-card-terminal`
 */
async function addressBeside(tx: Transaction, { device, terminalAddress }: Beginning): Promise<string> {
  const [beside] = await tx
    .select({ address: devices.terminalAddress })
    .from(devices)
    .where(eq(devices.id, device.id))
    .for('share');
  if (terminalAddress !== null && beside?.address === terminalAddress) return terminalAddress;
  throw new HttpProblem('no-card-terminal', { detail: 'The card terminal beside this device was changed.' });
}

/**
 * One sale at a time at a terminal, whichever server process drives it and whichever device asks: who looks holds the
 * terminal's lock until the order is there for the next one to see. A payment that was seen paid before the server was
 * restored is over, whatever is known of it: it keeps nobody waiting.
 */
async function claimTerminal(tx: Transaction, address: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`terminal ${address}`}, 0))`);
  const [other] = await tx
    .select({ state: paymentOrders.state })
    .from(paymentOrders)
    .innerJoin(devices, eq(devices.id, paymentOrders.deviceId))
    .where(
      and(
        eq(paymentOrders.channel, 'terminal'),
        inArray(paymentOrders.state, ['open', 'unknown']),
        eq(devices.terminalAddress, address),
        not(orderSeenPaid(tx)),
      ),
    )
    .orderBy(asc(paymentOrders.state)); // an open one first
  if (!other) return;
  throw other.state === 'open'
    ? new HttpProblem('terminal-busy', { retryAfterMs: 5_000 })
    : new HttpProblem('no-card-terminal', {
        detail: 'The card terminal has not yet told what became of the payment before.',
        retryAfterMs: 5_000,
      });
}

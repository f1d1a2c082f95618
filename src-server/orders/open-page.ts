import { and, eq } from 'drizzle-orm';
import type { Language } from '../../shared/model/primitives';
import type { Queryable } from '../db/connect';
import { paymentOrders } from '../db/schema/orders';
import { HttpProblem } from '../http/problem';
import type { ServerContext } from '../server-context';
import type { OrderRow } from './order-row';
import type { Settle } from './payment-desk';

/**
 * Has the provider make the page of an order that has none yet; asked twice, it is the same page.
 * @returns the order as it is by then: another request may have opened the page, or ended the order, meanwhile
 * @throws HttpProblem `no-payment-page`; the order has failed then, and nobody was shown where to pay
 */
export async function openPage(
  { database, paymentPage, settle }: Pick<ServerContext, 'database' | 'paymentPage'> & { settle: Settle },
  order: OrderRow,
  language: Language,
): Promise<OrderRow> {
  const { id, amountBani, endsAt } = order;
  const page = await paymentPage?.create({ reference: id, amountBani, language, endsAt });
  if (!page) return withoutPage(settle, id);
  const { url: pageUrl, providerReference } = page;
  const [opened] = await database.db
    .update(paymentOrders)
    .set({ pageUrl, providerReference })
    .where(and(eq(paymentOrders.id, id), eq(paymentOrders.state, 'open')))
    .returning();
  return opened ?? (await orderNow(database.db, order));
}

/** An order whose page somebody may look at goes on. */
async function withoutPage(settle: Settle, id: string): Promise<OrderRow> {
  const provided = ({ pageUrl }: OrderRow): boolean => pageUrl === null;
  const settled = await settle({ id, result: { state: 'failed' }, by: 'server', provided });
  if (!settled || settled.order.pageUrl === null) throw new HttpProblem('no-payment-page');
  return settled.order;
}

async function orderNow(db: Queryable, order: OrderRow): Promise<OrderRow> {
  const [now] = await db.select().from(paymentOrders).where(eq(paymentOrders.id, order.id));
  return now ?? order;
}

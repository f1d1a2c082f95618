import { and, eq } from 'drizzle-orm';
import type { Language } from '../../shared/model/primitives';
import { paymentOrders } from '../db/schema';
import { HttpProblem } from '../http/problem';
import type { ServerContext } from '../server-context';
import type { OrderRow } from './order-row';
import type { Settle } from './payment-desk';

/**
 * Has the provider make the page of an order that has none yet; asked twice, it is the same page.
 * @throws HttpProblem `no-payment-page`; the order has failed then, and nobody was shown where to pay
 */
export async function openPage(
  { database, paymentPage, settle }: Pick<ServerContext, 'database' | 'paymentPage'> & { settle: Settle },
  order: OrderRow,
  language: Language,
): Promise<OrderRow> {
  const { id, amountBani, endsAt } = order;
  const page = await paymentPage?.create({ reference: id, amountBani, language, endsAt });
  if (!page) {
    await settle({ id, result: { state: 'failed' }, by: 'server' });
    throw new HttpProblem('no-payment-page');
  }
  const { url: pageUrl, providerReference } = page;
  const [opened] = await database.db
    .update(paymentOrders)
    .set({ pageUrl, providerReference })
    .where(and(eq(paymentOrders.id, id), eq(paymentOrders.state, 'open')))
    .returning();
  return opened ?? { ...order, pageUrl };
}

import { eq } from 'drizzle-orm';
import { paymentOrders } from '../db/schema/orders';
import type { DecidingContext } from '../decide/decide-batch';
import { OperatorProblem } from '../operator-problem';
import type { OrderResult } from './order-result';
import type { OrderRow } from './order-row';
import { type OperatorSays, settleOrder } from './settle-order';

export interface Found {
  id: string; // of the order
  reference: string | null; // of the charge; null: nothing was charged
  by: OperatorSays;
}

/**
 * Writes down what a person found out about an order of which nobody else can tell. What is known already stands, also
 * when it becomes known at this very moment. @throws OperatorProblem when it is not unknown
 */
export async function settleUnknown(
  context: DecidingContext,
  { id, reference, by }: Found,
): Promise<OrderRow> {
  const [order] = await context.database.db.select().from(paymentOrders).where(eq(paymentOrders.id, id));
  if (!order)
    throw new OperatorProblem(
      `There is no payment order ${id}. \`ghiseu payment list\` names them all; one of an account that is not in the tables can be settled once that is imported and the kiosk has offered it again.`,
    );
  const result: OrderResult =
    reference === null
      ? { state: 'failed' }
      : { state: 'paid', amountBani: order.amountBani, reference, paidAt: order.madeAt };
  const provided = ({ state }: OrderRow): boolean => state === 'unknown';
  const settled = await settleOrder(context, { id, result, by, provided });
  if (settled?.changed) return settled.order;
  throw new OperatorProblem(
    `What became of payment order ${id} is not unknown: it is ${settled?.order.state ?? 'gone'}. Nothing was changed.`,
  );
}

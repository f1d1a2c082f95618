import { z } from 'zod';
import { Bani, Id } from '../../shared/model/primitives';
import { PaymentChannel, type PaymentOrder, PaymentOrderState } from '../../shared/sync/payment-order';
import type { paymentOrders } from '../db/schema/orders';
import { receiptFor } from '../decide/receipt';

export type OrderRow = typeof paymentOrders.$inferSelect;

const Claims = z.array(z.object({ invoiceId: Id, amountBani: Bani }));

/** What of an order is meant for which invoice, the oldest first. */
export const claimsOfOrder = ({ claims }: Pick<OrderRow, 'claims'>) => Claims.parse(claims);

/** Its outcome may still come. */
export const isUnsettled = ({ state }: Pick<OrderRow, 'state'>): boolean =>
  state === 'open' || state === 'unknown';

export const invoicesOfOrder = (order: Pick<OrderRow, 'claims'>): string[] =>
  claimsOfOrder(order).map(({ invoiceId }) => invoiceId);

/** As devices are told of it. */
export function publicOrder(row: OrderRow): PaymentOrder {
  const { id, accountId, amountBani, pageUrl, madeAt, endsAt, settledAt } = row;
  const state = PaymentOrderState.parse(row.state);
  const channel = PaymentChannel.parse(row.channel);
  const receiptNumber = state === 'paid' ? receiptFor(id) : null;
  const invoiceIds = invoicesOfOrder(row);
  return {
    ...{ id, accountId, invoiceIds, channel, amountBani, state },
    ...{ pageUrl, receiptNumber, madeAt, endsAt, settledAt },
  };
}

import { PaymentOrderRequest, PaymentOrderResponse } from '../../../shared/sync/payment-order';
import type { ProblemCode } from '../../../shared/sync/problem';
import { routes } from '../../../shared/sync/routes';
import type { OrderEntry, OrderOutcome } from '../../data/visit-api';
import { ExchangeError } from '../sync/exchange-error';
import { isServed } from './author';
import { asked, type VisitDesk } from './visit-desk';

type Refusal = Extract<OrderOutcome, { outcome: 'refused' }>['reason'];

const refusals: Partial<Record<ProblemCode, Refusal>> = {
  'amount-changed': 'amount-changed',
  'no-card-terminal': 'no-card-terminal',
  'no-payment-page': 'no-payment-page',
  'terminal-busy': 'terminal-busy',
};

/** How long the server holds its answer while nothing changes. */
const waitMs = 10_000;

/** Begins a payment that the server drives; asked again with the same id it is the same one. */
export async function orderPayment(desk: VisitDesk, entry: OrderEntry): Promise<OrderOutcome> {
  if (!desk.author() || !isServed(desk, entry.accountId)) return { outcome: 'offline' };
  const { orderId: id, ...order } = entry;
  const body = PaymentOrderRequest.parse({ ...order, id });
  return outcomeOf(desk, routes.paymentOrders, body);
}

/** How the payment stands, as soon as that changes or after some seconds. */
export const followOrder = (desk: VisitDesk, orderId: string): Promise<OrderOutcome> =>
  outcomeOf(desk, `${routes.paymentOrder(orderId)}?waitMs=${waitMs}`);

async function outcomeOf(desk: VisitDesk, path: string, body?: PaymentOrderRequest): Promise<OrderOutcome> {
  const timeoutMs = desk.deps.pace.requestTimeoutMs;
  const answer = await asked(desk, { path, body, reply: PaymentOrderResponse, timeoutMs });
  if (!(answer instanceof ExchangeError)) return { outcome: 'order', order: answer.order };
  const reason = answer.code === null ? undefined : refusals[answer.code];
  return reason ? { outcome: 'refused', reason } : { outcome: 'offline' };
}

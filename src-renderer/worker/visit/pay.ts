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
  if (!desk.author() || !isServed(desk, entry.accountId)) return { outcome: 'refused', reason: 'not-begun' };
  const { orderId: id, ...order } = entry;
  const body = PaymentOrderRequest.parse({ ...order, id });
  const answer = await askedOfOrders(desk, { path: routes.paymentOrders, body });
  return answer instanceof ExchangeError ? refusalIn(answer) : answer;
}

/**
 * What the server refuses it has not begun. Trouble may have come in the middle of it; only being too fast is told before
 * anything is done.
 */
function refusalIn({ kind, code }: ExchangeError): OrderOutcome {
  const isRefused = kind === 'refused' || code === 'too-fast';
  if (!isRefused) return { outcome: 'offline' };
  return { outcome: 'refused', reason: (code && refusals[code]) ?? 'not-begun' };
}

/** How the payment stands, as soon as that changes or after some seconds. What is refused here is the question alone. */
export async function followOrder(desk: VisitDesk, orderId: string): Promise<OrderOutcome> {
  const answer = await askedOfOrders(desk, { path: `${routes.paymentOrder(orderId)}?waitMs=${waitMs}` });
  return answer instanceof ExchangeError ? { outcome: 'offline' } : answer;
}

async function askedOfOrders(
  desk: VisitDesk,
  question: { path: string; body?: PaymentOrderRequest },
): Promise<Extract<OrderOutcome, { outcome: 'order' }> | ExchangeError> {
  const timeoutMs = desk.deps.pace.requestTimeoutMs;
  const answer = await asked(desk, { ...question, reply: PaymentOrderResponse, timeoutMs });
  return answer instanceof ExchangeError ? answer : { outcome: 'order', order: answer.order };
}

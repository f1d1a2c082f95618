import { PaymentOrderRequest, PaymentOrderResponse } from '../../../shared/sync/payment-order';
import type { ProblemCode } from '../../../shared/sync/problem';
import { routes } from '../../../shared/sync/routes';
import type { OrderEntry, OrderOutcome } from '../../data/visit-api';
import { isWantOfRoom } from '../journal/journal-room';
import { beginRecord } from '../orders/begin-record';
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

const notBegun: OrderOutcome = { outcome: 'refused', reason: 'not-begun' };

/**
 * Begins a payment that the server drives; asked again with the same id it is the same one. The journal has it before
 * the server is asked: money that a restored server lost sight of is found again by that.
 */
export async function orderPayment(desk: VisitDesk, entry: OrderEntry): Promise<OrderOutcome> {
  const deviceId = desk.device()?.id;
  if (!deviceId || !desk.author() || !isServed(desk, entry.accountId)) return notBegun;
  const { orderId: id, ...order } = entry;
  const body = PaymentOrderRequest.parse({ ...order, id });
  const isFirst = desk.orders.get(id) === undefined;
  const notKept = isFirst ? await whyNotKept(desk, entry, deviceId) : null;
  if (notKept) return { outcome: 'refused', reason: notKept };
  if (!isServed(desk, entry.accountId)) {
    await desk.orders.see(new Map([[id, { state: 'not-begun' }]])); // the customer left meanwhile
    return notBegun;
  }
  desk.orders.heard(id);
  const answer = await askedOfOrders(desk, { path: routes.paymentOrders, body });
  const outcome = answer instanceof ExchangeError ? refusalIn(answer) : answer;
  if (isFirst && beganNothing(id, outcome)) await desk.orders.see(new Map([[id, { state: 'not-begun' }]]));
  return outcome;
}

/** Where it cannot be written down, nothing is begun. @returns null: it is written down */
async function whyNotKept(
  desk: VisitDesk,
  entry: OrderEntry,
  deviceId: string,
): Promise<'no-room' | 'not-begun' | null> {
  const invoices = await desk.local.getMany('invoices', entry.invoiceIds).catch(() => []);
  const record = beginRecord(entry, { deviceId, invoices, now: desk.clock.now() });
  try {
    await desk.orders.begin(record);
    desk.room.found();
    return null;
  } catch (error) {
    console.error('a payment could not be written down, and was not begun', error);
    if (!isWantOfRoom(error)) return 'not-begun';
    desk.room.refused();
    return 'no-room';
  }
}

/** Refused, or answered with an order that was begun before. */
const beganNothing = (id: string, outcome: OrderOutcome): boolean =>
  outcome.outcome === 'refused' || (outcome.outcome === 'order' && outcome.order.id !== id);

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
  const { epoch } = desk.local; // before it is asked: an answer of a later epoch is only asked for once more
  const answer = await asked(desk, { ...question, reply: PaymentOrderResponse, timeoutMs });
  if (answer instanceof ExchangeError) return answer;
  const { id, state } = answer.order;
  await desk.orders.see(new Map([[id, { state, epoch }]]));
  return { outcome: 'order', order: answer.order };
}

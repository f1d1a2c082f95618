import type { OfferAnswer } from '../../shared/sync/payment-offer';
import type { PaymentOrderRequest } from '../../shared/sync/payment-order';
import type { CallingDevice } from '../devices/calling-device';
import { terminalAddressOf } from '../devices/terminal-address';
import { HttpProblem } from '../http/problem';
import type { ServerContext } from '../server-context';
import type { Terminals } from '../terminal/card-terminal';
import { tcpTerminal } from '../terminal/tcp-terminal';
import { type Beginning, beginOrder, standingOrder } from './begin-order';
import { terminalDriver } from './drive-terminal';
import { followOrder } from './find-order';
import { openPage } from './open-page';
import type { OrderRow } from './order-row';
import { orderWaits } from './order-waits';
import { reconciler } from './reconcile';
import { reconcileLoop } from './reconcile-loop';
import { type Settling, settleOrder } from './settle-order';
import { takeOffers } from './take-offers';

export interface DeskOptions {
  terminals?: Terminals;
  /** How often unsettled orders are asked about, in ms. */
  reconcileMs?: number;
  /** How long a new order is left to the process that began it, in ms: longer than a page takes to be made. */
  graceMs?: number;
}

export type Settle = (settling: Settling) => ReturnType<typeof settleOrder>;

type DeskContext = Pick<ServerContext, 'database' | 'clock' | 'watch' | 'onError' | 'warn' | 'paymentPage'>;

/** One server process's part in what customers pay at kiosks: begins orders, drives terminals, settles, reconciles. */
export function paymentDesk(context: DeskContext, options: DeskOptions = {}) {
  const { database, clock, onError, warn, paymentPage } = context;
  const { terminals = (address) => tcpTerminal(address), reconcileMs = 1_000, graceMs = 6_000 } = options;
  const waits = orderWaits();
  const settle: Settle = async (settling) => {
    const settled = await settleOrder(context, settling);
    if (settled?.changed) waits.changed(settling.id);
    if (settled?.changed && settled.order.state === 'unknown') tellUnknown(warn, settled.order);
    return settled;
  };
  const driver = terminalDriver({ terminals, settle, onError });
  const { begin, over } = reconciler({ ...context, terminals, settle, drives: driver.drives, graceMs });
  const beginAsking = (all: boolean): Promise<void> =>
    begin(all ? new Date(clock.nowMs() - graceMs).toISOString() : null);
  const loop = reconcileLoop({ everyMs: reconcileMs, begin: beginAsking, over, onError });

  /** Fails before there is an order when it could not be paid. */
  async function checkPlace({ request, terminalAddress }: Beginning): Promise<void> {
    if (request.channel === 'page') {
      if (!paymentPage) throw new HttpProblem('no-payment-page');
      return;
    }
    if (terminalAddress === null) throw new HttpProblem('no-card-terminal');
    const readiness = await terminals(terminalAddress).readiness();
    if (readiness === 'busy') throw new HttpProblem('terminal-busy', { retryAfterMs: 5_000 });
    if (readiness === 'not-reached') throw new HttpProblem('no-card-terminal');
  }

  /** Asked for twice at once, the first one's sale is what keeps the terminal busy: the second one is answered with it. */
  async function checkPlaceOf(beginning: Beginning): Promise<void> {
    if (await standingOrder(database.db, beginning)) return;
    await checkPlace(beginning).catch(async (error: unknown) => {
      if (!(await standingOrder(database.db, beginning))) throw error;
    });
  }

  return {
    settle,
    /** @throws HttpProblem */
    async begin(device: CallingDevice, request: PaymentOrderRequest): Promise<OrderRow> {
      if (device.surface !== 'self-service')
        throw new HttpProblem('bad-request', { detail: 'Only a self-service device orders payments.' });
      const terminalAddress =
        request.channel === 'terminal' ? await terminalAddressOf(database.db, device.id) : null;
      const beginning = { device, request, terminalAddress };
      await checkPlaceOf(beginning);
      const { order, isNew } = await beginOrder(context, beginning);
      if (isNew && terminalAddress !== null) driver.drive(order, terminalAddress, request.language);
      const wantsPage = order.channel === 'page' && order.state === 'open' && order.pageUrl === null;
      return wantsPage ? openPage({ ...context, settle }, order, request.language) : order;
    },
    offer: (device: CallingDevice, rows: readonly unknown[]): Promise<OfferAnswer[]> =>
      takeOffers(context, device, rows),
    follow: (device: CallingDevice, wanted: { id: string; waitMs: number }): Promise<OrderRow> =>
      followOrder({ db: database.db, waits }, device, wanted),
    /** Asks about everything unsettled, now. */
    async reconcile(): Promise<void> {
      await beginAsking(true);
      await over();
    },
    /** Answers whoever waits for a change. */
    release: () => waits.close(),
    async close(): Promise<void> {
      waits.close();
      await loop.close();
      await driver.close();
    },
  };
}

export type PaymentDesk = ReturnType<typeof paymentDesk>;

function tellUnknown(warn: ServerContext['warn'], { id: order, channel }: OrderRow): void {
  const reason =
    channel === 'terminal' ? 'the terminal does not answer' : 'the payment provider does not answer';
  warn(
    { order, reason },
    'What became of a payment order is not known: it is asked for until it is, and nothing is charged again',
  );
}

import { isOver, type OrderRecord } from '../../../shared/journal/order-record';
import { mostOffers, OfferedOrder, PaymentOffersResponse } from '../../../shared/sync/payment-offer';
import { routes } from '../../../shared/sync/routes';
import { delayMs, pause } from '../sync/backoff';
import type { Connection } from '../sync/connection';
import { ExchangeError } from '../sync/exchange-error';
import { Nudge } from '../sync/nudge';
import type { Pace } from '../sync/pace';
import type { OrderBook } from './order-book';

export interface OfferSetting {
  orders: OrderBook;
  connection: Connection;
  pace: Pace;
  random: () => number;
  now: () => string;
  onEpoch: (epoch: string) => void;
  /** Null where this is no kiosk (any more). */
  kioskId: () => string | null;
}

const longestMs = 2 ** 31 - 1;

/**
 * Tells the server of the payments that were begun here: at each start of those whose outcome is not known, and of all
 * that are kept when the server begins a new epoch. A server that was restored hears so of money that it lost sight of.
 */
export class OrderOffers {
  readonly #setting: OfferSetting;
  readonly #work = new Nudge();
  /** As greeted: before that nobody knows what the server may have forgotten. */
  #epoch: string | null = null;
  /** Not taken by this server; offered again at the next start or epoch. */
  readonly #notTaken = new Set<string>();

  constructor(setting: OfferSetting) {
    this.#setting = setting;
  }

  /** The server has greeted. */
  greeted(epoch: string): void {
    this.#hear(epoch);
    this.#work.nudge();
  }

  /** A reply may tell of a new epoch before the greeting does: what is noted of it must not be due again at once. */
  #hear(epoch: string): void {
    if (epoch !== this.#epoch) this.#notTaken.clear();
    this.#epoch = epoch;
  }

  /** Runs until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const following = this.#setting.orders.changes$.subscribe(() => this.#work.nudge());
    try {
      for (let failures = 0; !signal.aborted; ) {
        const due = this.#due();
        if (due.length === 0) {
          await this.#work.wait(this.#untilNextMs(), signal);
          continue;
        }
        await this.#setting.connection.whenReachable(signal);
        if (signal.aborted) break;
        const problem = await this.#offer(due, signal);
        failures = problem ? failures + 1 : 0;
        if (problem) await this.#rest(problem, failures, signal);
      }
    } finally {
      following.unsubscribe();
    }
  }

  #due(): OrderRecord[] {
    const { orders, kioskId, now, pace } = this.#setting;
    const [deviceId, epoch] = [kioskId(), this.#epoch];
    if (deviceId === null || epoch === null) return [];
    const due = orders.due({ deviceId, epoch, now: now(), againMs: pace.resendMs });
    return due.filter(({ id }) => !this.#notTaken.has(id)).slice(0, mostOffers);
  }

  #untilNextMs(): number {
    const { orders, pace } = this.#setting;
    const isOpen = orders.all.some((order) => !isOver(order) && !this.#notTaken.has(order.id));
    return isOpen ? pace.resendMs : longestMs;
  }

  /** @returns null: each was answered */
  async #offer(due: readonly OrderRecord[], signal: AbortSignal): Promise<ExchangeError | null> {
    const { connection, pace, onEpoch } = this.#setting;
    try {
      const reply = await connection.exchange({
        path: routes.paymentOffers,
        body: { orders: due.map((order) => OfferedOrder.parse(order)) },
        reply: PaymentOffersResponse,
        timeoutMs: pace.requestTimeoutMs,
        signal,
      });
      this.#hear(reply.epoch);
      await this.#note(due, reply);
      onEpoch(reply.epoch);
      return null;
    } catch (error) {
      if (error instanceof ExchangeError) return error;
      throw error;
    }
  }

  async #note(due: readonly OrderRecord[], { answers, epoch }: PaymentOffersResponse): Promise<void> {
    const seen = new Map<string, Pick<OrderRecord, 'state' | 'epoch'>>();
    for (const [place, { id }] of due.entries()) {
      const answer = answers[place];
      if (answer?.outcome === 'known') seen.set(id, { state: answer.state, epoch });
      else {
        this.#notTaken.add(id);
        console.error(`orders: the server does not take ${id}: ${answer?.reason ?? 'no answer'}`);
      }
    }
    await this.#setting.orders.see(seen);
  }

  /** What is refused (by a server that knows no offers yet) stays so for a while. */
  async #rest({ kind }: ExchangeError, failures: number, signal: AbortSignal): Promise<void> {
    const { connection, pace, random } = this.#setting;
    if (!connection.reachable$.value) return; // whoever reaches the server first wakes the loop
    const restMs = delayMs(pace.trouble, failures, random());
    await pause(kind === 'refused' ? Math.max(restMs, pace.resendMs) : restMs, signal);
  }
}

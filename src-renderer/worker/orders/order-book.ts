import { Subject } from 'rxjs';
import { type Journal, keptDays } from '../../../shared/journal/journal';
import { isOver, type OrderRecord } from '../../../shared/journal/order-record';

const dayMs = 24 * 3_600_000;

/** Since when orders that are over are kept. @param now Instant */
export const keptSince = (now: string): string => new Date(Date.parse(now) - keptDays * dayMs).toISOString();

/** What is asked of the server about now. */
export interface Asking {
  deviceId: string;
  epoch: string; // of the server that is asked
  now: string; // Instant
  againMs: number; // what the same server told of later than this ago is left
}

type Seen = Partial<Pick<OrderRecord, 'state' | 'epoch'>>;

/** The payments that were begun at this kiosk, each as it was last seen; a projection of the journal, in memory. */
export class OrderBook {
  readonly changes$ = new Subject<void>();
  readonly #journal: Pick<Journal, 'appendOrders'>;
  readonly #monotonicMs: () => number;
  readonly #orders = new Map<string, OrderRecord>();
  /** Monotonic ms at which an order of this run was last asked about or told of. */
  readonly #heardMs = new Map<string, number>();

  constructor(
    journal: Pick<Journal, 'appendOrders'>,
    { kept, monotonicMs }: { kept: readonly OrderRecord[]; monotonicMs: () => number },
  ) {
    this.#journal = journal;
    this.#monotonicMs = monotonicMs;
    for (const order of kept) this.#orders.set(order.id, order);
  }

  get all(): OrderRecord[] {
    return [...this.#orders.values()];
  }

  get(id: string): OrderRecord | undefined {
    return this.#orders.get(id);
  }

  /** Returns when it is flushed: only then may the server be asked. @throws JournalError */
  async begin(order: OrderRecord): Promise<void> {
    await this.#journal.appendOrders([order]);
    this.heard(order.id);
    this.#orders.set(order.id, order);
    this.changes$.next();
  }

  /** Somebody else asks about it just now. */
  heard(id: string): void {
    this.#heardMs.set(id, this.#monotonicMs());
  }

  /**
   * What is now known of orders; those of other devices are passed over. It counts in this run whether or not it can be
   * kept: what is not, the next start asks about again.
   */
  async see(seen: ReadonlyMap<string, Seen>): Promise<void> {
    const changed = [...seen].flatMap(([id, news]) => {
      const before = this.#orders.get(id);
      if (!before) return [];
      this.heard(id);
      const after = { ...before, ...news, seenPaid: before.seenPaid || news.state === 'paid' };
      return JSON.stringify(after) === JSON.stringify(before) ? [] : [after];
    });
    if (changed.length === 0) return;
    for (const order of changed) this.#orders.set(order.id, order);
    await this.#journal
      .appendOrders(changed)
      .catch((error: unknown) => console.error('orders: what was heard of them could not be kept', error));
    this.changes$.next();
  }

  /** Those whose outcome is not known, and those that a server of another epoch may know nothing of. */
  due({ deviceId, epoch, now, againMs }: Asking): OrderRecord[] {
    const since = keptSince(now);
    const nowMs = this.#monotonicMs();
    return this.all.filter((order) => {
      if (order.deviceId !== deviceId || order.state === 'not-begun') return false;
      if (isOver(order)) return order.epoch !== epoch && order.beganAt >= since;
      if (order.epoch !== null && order.epoch !== epoch) return true;
      const heardMs = this.#heardMs.get(order.id);
      return heardMs === undefined || nowMs - heardMs >= againMs;
    });
  }

  /** Over, and too old to be kept. @param before Instant */
  old(before: string): OrderRecord[] {
    return this.all.filter((order) => isOver(order) && order.beganAt < before);
  }

  forget(orders: readonly OrderRecord[]): void {
    for (const { id } of orders) this.#orders.delete(id);
  }
}

import { eq, sql } from 'drizzle-orm';
import { fewAtATime } from '../compare/few-at-a-time';
import type { Db } from '../db/connect';
import { paymentOrders } from '../db/schema/orders';
import type { ServerContext } from '../server-context';
import type { Terminals } from '../terminal/card-terminal';
import { earlier, findUnsettled, type Unsettled } from './find-unsettled';
import { type OrderResult, resultOfPage, resultOfStatus } from './order-result';
import { isUnsettled } from './order-row';
import type { Settle } from './payment-desk';
import { wasSeenPaid } from './seen-paid';

/*
 * A connection lost after an approval, a callback that never came, a server killed in the middle of a sale: each leaves
 * an order unsettled. Every server process asks the terminal or the provider about such orders until it knows. Settling
 * is done once whoever finds out, so several may ask; a lock only spares the terminal from being asked by all at once.
 */
export interface Reconciling extends Pick<ServerContext, 'database' | 'clock' | 'paymentPage' | 'onError'> {
  terminals: Terminals;
  settle: Settle;
  /** Orders whose outcome this process is being told anyway. */
  drives: (id: string) => boolean;
  /** How long an open order is left to the process that began it: after it was made, and after its end. */
  graceMs: number;
}

export type Reconciler = ReturnType<typeof reconciler>;

const terminalsAtOnce = 3; // each holds a database connection while it is asked
const pages = 'page';
const doubtfulMs = 600_000; // until a person has looked, nobody is asked more often than this

/**
 * Terminals and the page's provider are asked each in a turn of its own, so that one which does not answer holds up no
 * other. A turn ends at the first question that is not answered: the others would not be, one time-out after the other.
 * The next turn begins with what was not asked for longest, so that no order is held up by another one for ever.
 */
export function reconciler(parts: Reconciling) {
  const { database, clock, drives, onError } = parts;
  const few = fewAtATime(terminalsAtOnce);
  const turns = new Map<string, Promise<void>>(); // under way, by place
  const asked = new Map<string, number>(); // which question an order's last one was
  const doubtful = new Map<string, number>(); // ms until which an order is left
  let questions = 0;

  async function takeTurn(orders: readonly Unsettled[]): Promise<void> {
    const last = ({ order }: Unsettled): number => asked.get(order.id) ?? 0;
    for (const unsettled of [...orders].sort((a, b) => last(a) - last(b))) {
      const { id } = unsettled.order;
      if ((doubtful.get(id) ?? 0) > clock.nowMs()) continue;
      asked.set(id, ++questions);
      const heard = await askAbout(parts, unsettled).catch(onError);
      if (heard === 'unanswered') return;
      if (heard === 'doubtful') doubtful.set(id, clock.nowMs() + doubtfulMs);
    }
  }

  function beginTurn(place: string, orders: readonly Unsettled[]): void {
    const turn = place === pages ? takeTurn(orders) : few(() => takeTurn(orders));
    turns.set(
      place,
      turn.finally(() => turns.delete(place)),
    );
  }

  function forgetSettled(unsettled: readonly Unsettled[]): void {
    const left = new Set(unsettled.map(({ order }) => order.id));
    for (const about of [asked, doubtful]) for (const id of about.keys()) if (!left.has(id)) about.delete(id);
  }

  return {
    /** Begins a turn at each place that has something to tell, unless one is under way. @param openSince as for `findUnsettled` */
    async begin(openSince: string | null): Promise<void> {
      const unsettled = await findUnsettled(database.db, { openSince, now: clock.now() });
      if (openSince !== null) forgetSettled(unsettled);
      const others = unsettled.filter(({ order }) => !drives(order.id));
      for (const [place, orders] of byPlace(others)) if (!turns.has(place)) beginTurn(place, orders);
    },
    /** Until the turns under way are over. */
    async over(): Promise<void> {
      await Promise.all(turns.values());
    },
  };
}

function byPlace(orders: readonly Unsettled[]): Iterable<[string, Unsettled[]]> {
  const places = new Map<string, Unsettled[]>();
  for (const unsettled of orders) {
    const { order, terminalAddress } = unsettled;
    const place = order.channel === 'page' ? pages : (terminalAddress ?? '');
    places.set(place, [...(places.get(place) ?? []), unsettled]);
  }
  return places;
}

async function askAbout(
  parts: Reconciling,
  unsettled: Unsettled,
): Promise<'answered' | 'doubtful' | 'unanswered'> {
  const { id, channel } = unsettled.order;
  const heard = await alone(parts.database.db, id, () => ask(parts, unsettled));
  const by = channel === 'terminal' ? 'terminal' : 'provider';
  if (heard?.result && (await isDoubtful(parts, id, heard.result))) return 'doubtful';
  if (heard?.result) {
    await parts.settle({ id, result: heard.result, by });
    if (!isUnsettled(unsettled.order) && heard.answered) await confirmEnd(parts, id);
  }
  return heard?.answered === false ? 'unanswered' : 'answered';
}

/**
 * Nobody at the terminal or the provider remembers a payment of which a server said that it was paid, before it was
 * restored: it stays unknown until a person has looked.
 */
const isDoubtful = async ({ database }: Reconciling, id: string, { state }: OrderResult): Promise<boolean> =>
  state === 'failed' && (await wasSeenPaid(database.db, id));

async function confirmEnd({ database, clock }: Reconciling, id: string): Promise<void> {
  await database.db
    .update(paymentOrders)
    .set({ endConfirmedAt: clock.now() })
    .where(eq(paymentOrders.id, id));
}

/**
 * Null when another process is asking. No row is locked meanwhile: whoever learns the outcome first can write it down.
 */
function alone<T>(db: Db, id: string, work: () => Promise<T>): Promise<T | null> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`payment order ${id}`}, 0)) as mine`,
    );
    return rows[0]?.mine ? work() : null;
  });
}

/** What a question brought; `result` is null when nothing is decided by it. */
interface Heard {
  answered: boolean;
  result: OrderResult | null;
}

const nobodyToAsk: Heard = { answered: true, result: null };

async function ask(
  { terminals, paymentPage, clock, graceMs }: Reconciling,
  { order, terminalAddress }: Unsettled,
): Promise<Heard> {
  const { id, endsAt } = order;
  if (order.channel === 'page') {
    if (!paymentPage) return nobodyToAsk;
    const page = await paymentPage.status(id);
    const result = resultOfPage(page, { isOver: clock.now() > endsAt });
    return { answered: page.outcome !== 'unknown', result };
  }
  if (terminalAddress === null) return nobodyToAsk;
  const sale = await terminals(terminalAddress).status(id);
  const result = resultOfStatus(sale, { isOver: earlier(clock.now(), graceMs) > endsAt });
  return { answered: sale.outcome !== 'unknown', result };
}

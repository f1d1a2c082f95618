import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PaymentOrderRequest } from '../../../shared/sync/payment-order';
import type { PageStatus, PaymentPageProvider } from '../../../src-server/payment-page/payment-page';
import type { CardTerminal, SaleStatus } from '../../../src-server/terminal/card-terminal';
import { deskOn } from '../../support/desk';
import { orderFor, type Paying, startPaying } from '../../support/paying';
import { soon } from '../../support/soon';
import type { WorldDevice } from '../../support/world';

/* Whom a server asks about what is not known, and who does not answer. */
let paying: Paying;
let device: WorldDevice;
let asked: string[];
let answerOfPage: (reference: string) => Promise<PageStatus>;
let answerOfTerminal: (reference: string) => Promise<SaleStatus>;
let closing: (() => Promise<void>)[];
beforeAll(async () => {
  paying = await startPaying({ app: { desk: { reconcileMs: 3_600_000 } } });
});
afterAll(() => paying.close());
beforeEach(async () => {
  device = await paying.kiosk('terminal:9100');
  asked = [];
  closing = [];
});
afterEach(async () => {
  for (const close of closing) await close();
  await paying.database.pool.query(`update payment_orders set state = 'declined'`);
});

async function unknownOrder(channel: PaymentOrderRequest['channel'], minute: number): Promise<string> {
  const { id, accountId, amountBani } = orderFor(paying.account());
  await paying.database.pool.query(
    `insert into payment_orders (id, account_id, device_id, channel, amount_bani, claims, state, made_at, ends_at)
     values ($1, $2, $3, $4, $5, '[]', 'unknown', $6, $6)`,
    [id, accountId, device.id, channel, amountBani, `2026-11-26T07:0${minute}:00.000Z`],
  );
  return id;
}

async function stateOf(id: string): Promise<string> {
  const { rows } = await paying.database.pool.query('select state from payment_orders where id = $1', [id]);
  return rows[0].state;
}

function desk(reconcileMs?: number) {
  const { database, clock, page } = paying;
  const status = async (reference: string): Promise<SaleStatus> => {
    asked.push(reference);
    return answerOfTerminal(reference);
  };
  const terminal: CardTerminal = {
    readiness: async () => 'ready',
    sale: async () => ({ outcome: 'unknown' }),
    status,
  };
  const through = (provider: PaymentPageProvider): PaymentPageProvider => ({
    ...provider,
    status: (reference: string) => {
      asked.push(reference);
      return answerOfPage(reference);
    },
  });
  const made = deskOn(
    { database, clock, pageUrl: page.url, through },
    { terminals: () => terminal, ...(reconcileMs === undefined ? {} : { reconcileMs }) },
  );
  closing.push(made.close);
  return made;
}

test('a provider that lets everybody wait holds up no terminal', async () => {
  await unknownOrder('page', 0);
  const order = await unknownOrder('terminal', 1);
  let endWait = () => {};
  const waits = new Promise<PageStatus>((resolve) => {
    endWait = () => resolve({ outcome: 'unknown' });
  });
  closing.push(async () => endWait());
  answerOfPage = () => waits;
  let isBack = false;
  answerOfTerminal = async () => ({ outcome: isBack ? 'declined' : 'unknown' }) as SaleStatus;
  const running = desk(20);
  await expect.poll(() => asked.filter((id) => id === order).length, soon).toBeGreaterThan(1);
  isBack = true;
  await expect.poll(() => stateOf(order), soon).toBe('declined');
  endWait();
  await running.close();
});

test('whoever does not answer is asked one question a turn, each time about another order', async () => {
  const orders = [
    await unknownOrder('page', 0),
    await unknownOrder('page', 1),
    await unknownOrder('page', 2),
  ];
  answerOfPage = async () => ({ outcome: 'unknown' });
  const made = desk();
  for (const turns of [1, 2, 3]) {
    await made.reconcile();
    expect(asked).toEqual(orders.slice(0, turns));
  }
});

test('an order that the provider never answers about holds up no other', async () => {
  const [stuck, second, third] = [
    await unknownOrder('page', 0),
    await unknownOrder('page', 1),
    await unknownOrder('page', 2),
  ];
  answerOfPage = async (reference) => ({ outcome: reference === stuck ? 'unknown' : 'expired' });
  const made = desk();
  await made.reconcile();
  await made.reconcile();
  expect(await Promise.all([stuck, second, third].map(stateOf))).toEqual(['unknown', 'expired', 'expired']);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PaymentOrderRequest } from '../../../shared/sync/payment-order';
import { paymentOrders } from '../../../src-server/db/schema/orders';
import { receiptFor } from '../../../src-server/decide/receipt';
import { listUnknown } from '../../../src-server/orders/list-unknown';
import { listUnplaced } from '../../../src-server/orders/list-unplaced';
import { tcpTerminal } from '../../../src-server/terminal/tcp-terminal';
import { booksOf, offerOf, orderFor, type Paying, payer, startPaying } from '../../support/paying';
import { paymentOf } from '../../support/payment';
import { soon } from '../../support/soon';
import { lupeni, type WorldAccount, type WorldDevice } from '../../support/world';

/* Orders that the server knows nothing of, because it was restored from a backup that is older than they are. */
let paying: Paying;
let account: WorldAccount;
beforeAll(async () => {
  paying = await startPaying();
});
afterAll(async () => {
  await paying.close();
});
beforeEach(() => {
  account = paying.account();
});

type Beside = Awaited<ReturnType<Paying['beside']>>;

/** The terminal deals with a sale of which this server knows nothing. */
async function soldBefore({ terminal }: Beside, order: PaymentOrderRequest): Promise<void> {
  const { id: reference, amountBani } = order;
  const waits = new AbortController().signal;
  await tcpTerminal(terminal.address).sale({ reference, amountBani, language: 'ro' }, waits);
}

const seenPaid = (order: PaymentOrderRequest, changed: Parameters<typeof offerOf>[1] = {}) =>
  offerOf(order, { state: 'paid', seenPaid: true, ...changed });

const untouched = { balanceBani: 4_200, outstandingBani: 4_200, payments: [] };
const becomes = ({ at }: Beside, id: string) => expect.poll(async () => (await at.follow(id)).state, soon);

test('one that the terminal charged is paid, once, however often it is offered', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  await soldBefore(kiosk, order);
  const offer = offerOf(order, { state: 'open' });
  expect(await kiosk.at.offer(offer)).toEqual([{ outcome: 'known', state: 'unknown' }]);
  await becomes(kiosk, order.id).toBe('paid');
  expect(await kiosk.at.offer(offer, offer)).toEqual(Array(2).fill({ outcome: 'known', state: 'paid' }));
  const books = await booksOf(paying.database, account);
  expect(books).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
  expect(books.payments).toMatchObject([
    { id: order.id, method: 'card', deviceId: kiosk.kiosk.id, receiptNumber: receiptFor(order.id) },
  ]);
  expect(kiosk.terminal.charged()).toEqual([order.id]);
});

test('one whose invoice was paid at a counter meanwhile becomes a credit', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  await soldBefore(kiosk, order);
  const { counter: device } = paying.utility.world;
  const cash = paymentOf(account, { device, capturedAt: '2026-11-26T07:20:00.000Z' });
  expect(await paying.utility.counter.submitOne(cash)).toMatchObject({ outcome: 'accepted' });
  await kiosk.at.offer(seenPaid(order));
  await becomes(kiosk, order.id).toBe('paid');
  expect(await booksOf(paying.database, account)).toMatchObject({
    balanceBani: -4_200,
    outstandingBani: 0,
    payments: [
      { id: cash.id, paysBani: 4_200 },
      { id: order.id, paysBani: 0 },
    ],
  });
});

test('one whose invoice is not here any more is the account’s credit', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  await soldBefore(kiosk, order);
  const invoices = [{ invoiceId: 'invoice-of-later', amountBani: 4_200 }];
  await kiosk.at.offer(offerOf(order, { invoices }));
  await becomes(kiosk, order.id).toBe('paid');
  expect(await booksOf(paying.database, account)).toMatchObject({ balanceBani: 0, outstandingBani: 4_200 });
});

test.each(['asked', 'declined'] as const)(
  'one that the terminal declined takes nothing, whatever the kiosk saw last (%s)',
  async (state) => {
    const kiosk = await paying.beside({ answer: 'decline' });
    const order = orderFor(account);
    await soldBefore(kiosk, order);
    await kiosk.at.offer(offerOf(order, { state }));
    await becomes(kiosk, order.id).toBe('declined');
    expect(await booksOf(paying.database, account)).toEqual(untouched);
  },
);

test('one that the terminal never heard of has failed', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  await kiosk.at.offer(offerOf(order));
  await becomes(kiosk, order.id).toBe('failed');
  expect(await booksOf(paying.database, account)).toEqual(untouched);
});

test('a page that was paid counts by the provider’s word', async () => {
  const { at } = await paying.beside();
  const order = orderFor(account, { channel: 'page' });
  const opened = await at.begin(order);
  const url = new URL(opened.pageUrl ?? '');
  await paying.database.pool.query('delete from payment_orders where id = $1', [order.id]);
  await fetch(`${url.origin}${url.pathname}/pay${url.search}`, { method: 'POST' });
  expect(await at.offer(offerOf(order, { state: 'open' }))).toMatchObject([{ outcome: 'known' }]);
  await expect.poll(async () => (await at.follow(order.id)).state, soon).toBe('paid');
  expect(await booksOf(paying.database, account)).toMatchObject({
    outstandingBani: 0,
    payments: [{ method: 'online' }],
  });
});

test('a payment that nobody remembers, and the kiosk saw paid, waits for a person', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  const other = orderFor(paying.account());
  await kiosk.at.offer(seenPaid(order), offerOf(other));
  await becomes(kiosk, other.id).toBe('failed'); // asked about after it
  expect(await kiosk.at.follow(order.id)).toMatchObject({ state: 'unknown' });
  expect(await booksOf(paying.database, account)).toEqual(untouched);
});

test('that it was seen paid counts also where a restored server said less of it since', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  const other = orderFor(paying.account());
  await kiosk.at.offer(seenPaid(order, { state: 'unknown' }), offerOf(other));
  await becomes(kiosk, other.id).toBe('failed'); // asked about after it
  expect(await kiosk.at.follow(order.id)).toMatchObject({ state: 'unknown' });
});

test('a payment that waits for a person keeps no other card from the terminal', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  const other = orderFor(paying.account());
  await kiosk.at.offer(seenPaid(order), offerOf(other));
  await becomes(kiosk, other.id).toBe('failed');
  const next = orderFor(paying.account());
  await kiosk.at.begin(next);
  await becomes(kiosk, next.id).toBe('paid');
  expect(await kiosk.at.follow(order.id)).toMatchObject({ state: 'unknown' });
});

test('a page that ended unpaid here, and was seen paid there, is asked about again, also long after its end', async () => {
  const { at } = await paying.beside();
  const order = orderFor(account, { channel: 'page' });
  const url = new URL((await at.begin(order)).pageUrl ?? '');
  await fetch(`${url.origin}${url.pathname}/pay${url.search}`, { method: 'POST' });
  await expect.poll(async () => (await at.follow(order.id)).state, soon).toBe('paid');
  await asInTheBackup(order.id);
  expect(await at.offer(seenPaid(order))).toEqual([{ outcome: 'known', state: 'unknown' }]);
  await expect.poll(async () => (await at.follow(order.id)).state, soon).toBe('paid');
  expect((await booksOf(paying.database, account)).payments).toMatchObject([{ id: order.id }]);
});

/** Its page had expired three days before the backup; that it was paid all the same is not in it. */
async function asInTheBackup(id: string): Promise<void> {
  const { pool } = paying.database;
  await pool.query('delete from payment_allocations where payment_id = $1', [id]);
  await pool.query('delete from payments where id = $1', [id]);
  await pool.query(
    `update payment_orders set state = 'expired', provider_reference = null, made_at = made_at - interval '3 days',
       ends_at = ends_at - interval '3 days' where id = $1`,
    [id],
  );
}

test('one that the backup holds as open, and the kiosk saw paid, waits for a person where nobody remembers it', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  await heldAs('open', order, kiosk);
  expect(await kiosk.at.offer(seenPaid(order))).toEqual([{ outcome: 'known', state: 'unknown' }]);
  const other = orderFor(paying.account());
  await kiosk.at.offer(offerOf(other));
  await becomes(kiosk, other.id).toBe('failed'); // asked about after it
  expect(await kiosk.at.follow(order.id)).toMatchObject({ state: 'unknown' });
  const listed = await listUnknown(paying.database.db, paying.clock.nowMs());
  expect(listed.map(({ id }) => id)).toContain(order.id);
});

test('what becomes known while it is offered stands, also of an account that is none of its offices any more', async () => {
  const kiosk = await paying.beside();
  const order = orderFor(account);
  await heldAs('failed', order, kiosk);
  const { pool } = paying.database;
  await pool.query('update accounts set office_id = $2 where id = $1', [account.id, lupeni.id]);
  const settling = await pool.connect();
  await settling.query('begin');
  await settling.query(`update payment_orders set state = 'paid' where id = $1`, [order.id]);
  const answers = kiosk.at.offer(seenPaid(order));
  await expect.poll(lockWaiters, soon).toBeGreaterThan(0);
  await settling.query('commit');
  settling.release();
  expect(await answers).toEqual([{ outcome: 'known', state: 'paid' }]);
});

/** As the backup has it, whatever became of it after. */
async function heldAs(state: string, order: PaymentOrderRequest, { kiosk }: Beside): Promise<void> {
  const { id, accountId, channel, amountBani, invoiceIds } = order;
  const claims = invoiceIds.map((invoiceId) => ({ invoiceId, amountBani }));
  const [madeAt, endsAt] = [paying.clock.now(), paying.clock.now()];
  const made = { id, accountId, channel, amountBani, claims, state, madeAt, endsAt };
  await paying.database.db.insert(paymentOrders).values({ ...made, deviceId: kiosk.id });
}

async function lockWaiters(): Promise<number> {
  const { rows } = await paying.database.pool.query(
    `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}

test('one that is known stays as it is, whatever is said of it', async () => {
  const kiosk = await paying.beside({ answer: 'decline' });
  const order = orderFor(account);
  await kiosk.at.begin(order);
  await becomes(kiosk, order.id).toBe('declined');
  const answer = { outcome: 'known', state: 'declined' };
  expect(await kiosk.at.offer(seenPaid(order))).toEqual([answer]);
  expect(await booksOf(paying.database, account)).toEqual(untouched);
});

describe('an offer is not taken', () => {
  const notTaken = (reason: string) => ({ outcome: 'not-taken', reason });

  async function rowsOf(id: string) {
    const of = async (query: string) => (await paying.database.pool.query(query, [id])).rows;
    return {
      orders: await of('select id from payment_orders where id = $1'),
      audit: await of('select action from audit where subject = $1'),
    };
  }

  test('when its id is another kiosk’s, or has another content', async () => {
    const [first, second] = [await paying.beside(), await paying.beside()];
    const order = orderFor(account);
    await first.at.begin(order);
    await becomes(first, order.id).toBe('paid');
    expect(await second.at.offer(offerOf(order))).toEqual([notTaken('other-content')]);
    expect(await first.at.offer(offerOf(order, { amountBani: 1 }))).toEqual([notTaken('other-content')]);
    expect((await booksOf(paying.database, account)).payments).toHaveLength(1);
  });

  test('when it cannot be read, which holds up no other', async () => {
    const kiosk = await paying.beside();
    const order = offerOf(orderFor(account));
    const malformed = [
      { ...order, accountId: 'a\u0000' },
      null,
      'x',
      { ...order, id: 'x' },
      { ...order, amountBani: -1 },
      { ...order, invoices: [] },
    ];
    const answers = await kiosk.at.offer(...malformed, order);
    expect(answers).toEqual([
      ...malformed.map(() => notTaken('malformed')),
      { outcome: 'known', state: 'unknown' },
    ]);
  });

  test.each(['no-such-account', 'lupeni'])(
    'of an account that is none of its offices (%s)',
    async (which) => {
      const kiosk = await paying.beside();
      const elsewhere = paying.utility.world.accounts.find(({ officeId }) => officeId === lupeni.id);
      const accountId = which === 'lupeni' ? (elsewhere?.id ?? '') : which;
      const order = orderFor({ id: accountId });
      for (const _ of [1, 2]) expect(await kiosk.at.offer(offerOf(order))).toEqual([notTaken('no-account')]);
      expect(await rowsOf(order.id)).toEqual({ orders: [], audit: [{ action: 'payment-order-unplaced' }] });
      const listed = await listUnplaced(paying.database.db, paying.clock.nowMs());
      expect(listed.filter(({ id }) => id === order.id)).toMatchObject([
        { accountId, clientCode: null, amountBani: 4_200, deviceName: kiosk.kiosk.name, ageMs: 1_800_000 },
      ]);
    },
  );

  test.each<[string, () => WorldDevice]>([
    ['a counter', () => paying.utility.world.counter],
    ['somebody without a token', () => ({ ...paying.utility.world.counter, token: 'x'.repeat(30) })],
  ])('of %s', async (_, device) => {
    const order = orderFor(account);
    await expect(payer(paying.utility.app, device()).offer(offerOf(order))).rejects.toThrow(
      /bad-request|unauthenticated/,
    );
    expect(await rowsOf(order.id)).toEqual({ orders: [], audit: [] });
  });
});

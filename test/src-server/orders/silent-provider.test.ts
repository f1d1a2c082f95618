import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskOn } from '../../support/desk';
import { freePort } from '../../support/free-port';
import { booksOf, orderFor, type Paying, payer, startPaying } from '../../support/paying';

let paying: Paying;
let silent: ReturnType<typeof deskOn>; // as if the network between server and provider were cut
let reached: ReturnType<typeof deskOn>;
beforeAll(async () => {
  paying = await startPaying({ app: { desk: { reconcileMs: 3_600_000 } }, callbacks: 'drop' });
  const { database, clock, page } = paying;
  silent = deskOn({ database, clock, pageUrl: `http://127.0.0.1:${await freePort()}` });
  reached = deskOn({ database, clock, pageUrl: page.url });
});
afterAll(async () => {
  await silent.close();
  await reached.close();
  await paying.close();
});

test('a page whose provider is silent stays open while it can be paid, and is unknown after that', async () => {
  const account = paying.account();
  const kiosk = payer(paying.utility.app, await paying.kiosk());
  const order = await kiosk.begin(orderFor(account, { channel: 'page' }));
  paying.clock.set('2026-11-26T08:09:59.000Z');
  await silent.reconcile();
  expect(await kiosk.follow(order.id)).toMatchObject({ state: 'open' });
  const url = new URL(order.pageUrl ?? '');
  await fetch(`${url.origin}${url.pathname}/pay`, { method: 'POST' });
  paying.clock.set('2026-11-26T08:10:01.000Z');
  await silent.reconcile();
  expect(await kiosk.follow(order.id)).toMatchObject({ state: 'unknown', settledAt: null });
  expect(await kiosk.begin(orderFor(account, { channel: 'page' }))).toMatchObject({ id: order.id });
  expect((await booksOf(paying.database, account)).payments).toEqual([]);
  await reached.reconcile();
  expect(await kiosk.follow(order.id)).toMatchObject({ state: 'paid' });
  expect(await booksOf(paying.database, account)).toMatchObject({
    balanceBani: 0,
    payments: [{ id: order.id }],
  });
});

test('a server that ends between an order and its page leaves one that failed', async () => {
  const account = paying.account();
  const device = await paying.kiosk();
  const { id, accountId, amountBani } = orderFor(account);
  await paying.database.pool.query(
    `insert into payment_orders (id, account_id, device_id, channel, amount_bani, claims, state, made_at, ends_at)
     values ($1, $2, $3, 'page', $4, $5, 'open', $6, $6)`,
    [
      id,
      accountId,
      device.id,
      amountBani,
      JSON.stringify([{ invoiceId: `invoice-${accountId}`, amountBani }]),
      '2026-11-26T08:10:01.000Z',
    ],
  );
  await reached.reconcile(); // too early: another process may be making the page
  const kiosk = payer(paying.utility.app, device);
  expect(await kiosk.follow(id)).toMatchObject({ state: 'open' });
  paying.clock.set('2026-11-26T08:10:20.000Z');
  await reached.reconcile();
  expect(await kiosk.follow(id)).toMatchObject({ state: 'failed' });
});

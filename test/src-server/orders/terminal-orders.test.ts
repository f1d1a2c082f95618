import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ReceiptResponse } from '../../../shared/sync/receipt';
import { routes } from '../../../shared/sync/routes';
import { receiptFor } from '../../../src-server/decide/receipt';
import { headersOf } from '../../support/device-client';
import { freePort } from '../../support/free-port';
import { booksOf, orderFor, type Paying, payer, startPaying } from '../../support/paying';
import { paymentOf } from '../../support/payment';
import { soon } from '../../support/soon';
import { addDevice, lupeni, type WorldAccount } from '../../support/world';

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

const untouched = { balanceBani: 4_200, outstandingBani: 4_200, payments: [] };

test('a card that is approved pays the invoice, with the terminal’s number and a receipt of the order’s id', async () => {
  const { terminal, kiosk, at } = await paying.beside({ answer: 'approve', cardMs: 100 });
  const order = orderFor(account);
  const begun = await at.begin(order);
  expect(begun).toMatchObject({
    ...{ id: order.id, state: 'open', pageUrl: null, receiptNumber: null },
    invoiceIds: order.invoiceIds,
  });
  const paid = await at.follow(order.id, 20_000);
  const receiptNumber = receiptFor(order.id);
  expect(paid).toMatchObject({ state: 'paid', receiptNumber, settledAt: paying.clock.now() });
  const books = await booksOf(paying.database, account);
  expect(books).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
  expect(books.payments).toEqual([
    {
      id: order.id,
      amountBani: 4_200,
      method: 'card',
      terminalReference: expect.stringMatching(/^\d{6}$/),
      deviceId: kiosk.id,
      receiptNumber,
      paysBani: 4_200,
    },
  ]);
  expect(await at.begin(order)).toEqual(paid); // asked for again
  expect(terminal.charged()).toEqual([order.id]);
});

test('counters and kiosks pull the payment and the invoice it paid', async () => {
  const { kiosk, at } = await paying.beside();
  const order = orderFor(account);
  await at.begin(order);
  await at.follow(order.id, 20_000);
  for (const device of [kiosk, paying.utility.world.counter]) {
    const client = paying.utility.client(device);
    const payments = (await client.pullAll('payments')).documents;
    expect(payments.find(({ id }) => id === order.id)).toMatchObject({
      amountBani: 4_200,
      method: 'card',
      allocations: [{ invoiceId: `invoice-${account.id}`, amountBani: 4_200 }],
    });
    const invoices = (await client.pullAll('invoices')).documents;
    expect(invoices.find(({ accountId }) => accountId === account.id)).toMatchObject({
      outstandingBani: 0,
      countedPayments: [order.id],
    });
  }
});

test('the receipt’s number is looked up at any counter', async () => {
  const { at, kiosk } = await paying.beside();
  const order = orderFor(account);
  await at.begin(order);
  await at.follow(order.id, 20_000);
  const url = routes.receipt(receiptFor(order.id));
  const lookUp = async ({ token }: { token: string }) => {
    const reply = await paying.utility.app.inject({ url, headers: headersOf(token) });
    return ReceiptResponse.parse(reply.json()).receipt;
  };
  expect(await lookUp(paying.utility.world.counter)).toMatchObject({
    id: order.id,
    kind: 'payment',
    accountId: account.id,
    amountBani: 4_200,
    outcome: 'accepted',
    deviceName: kiosk.name,
  });
  const elsewhere = await addDevice(paying.database, { surface: 'counter', offices: [lupeni] });
  expect(await lookUp(elsewhere)).toMatchObject({ id: order.id, accountId: account.id });
});

test.each([
  ['decline', 'declined'],
  ['timeout', 'expired'],
] as const)('a sale that ends in %s is %s, and nothing is paid', async (answer, state) => {
  const { at } = await paying.beside({ answer });
  const order = orderFor(account);
  await at.begin(order);
  expect(await at.follow(order.id, 20_000)).toMatchObject({ state, receiptNumber: null });
  expect(await booksOf(paying.database, account)).toEqual(untouched);
  const again = orderFor(account);
  expect(await at.begin(again)).toMatchObject({ id: again.id }); // the invoice can be paid by another order
});

test('a terminal that loses the connection after approval ends paid once', async () => {
  const { terminal, at } = await paying.beside({ answer: 'cut-after-approval' });
  const order = orderFor(account);
  await at.begin(order);
  await expect.poll(async () => (await at.follow(order.id)).state, soon).toBe('paid');
  const books = await booksOf(paying.database, account);
  expect(books).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
  expect(books.payments).toHaveLength(1);
  expect(terminal.charged()).toEqual([order.id]);
});

describe('while it is not known whether a card was charged', () => {
  test('the same invoices are answered with that very order, at every kiosk, until the terminal tells', async () => {
    const { terminal, at } = await paying.beside({ cardMs: 100_000 });
    const order = orderFor(account);
    await at.begin(order);
    await expect.poll(() => terminal.said.length, soon).toBe(1);
    await terminal.switchOff(); // in the middle of it
    await expect.poll(async () => (await at.follow(order.id)).state, soon).toBe('unknown');
    const other = await paying.beside();
    for (const kiosk of [at, other.at])
      expect(await kiosk.begin(orderFor(account))).toMatchObject({ id: order.id, state: 'unknown' });
    expect(await other.at.begin(orderFor(account, { channel: 'page' }))).toMatchObject({
      id: order.id,
      state: 'unknown',
    });
    await expect(at.begin(orderFor(paying.account()))).rejects.toThrow('no-card-terminal');
    await terminal.switchOn();
    await expect.poll(async () => (await at.follow(order.id)).state, soon).toBe('failed'); // it never charged
    expect(await booksOf(paying.database, account)).toEqual(untouched);
    const again = orderFor(account);
    expect(await other.at.begin(again)).toMatchObject({ id: again.id });
    expect(await other.at.follow(again.id, 20_000)).toMatchObject({ state: 'paid' });
  });
});

test('two orders at once for one invoice charge one card', async () => {
  const first = await paying.beside({ cardMs: 200 });
  const second = await paying.beside({ cardMs: 200 });
  const orders = [orderFor(account), orderFor(account)] as const;
  const begun = await Promise.all([first.at.begin(orders[0]), second.at.begin(orders[1])]);
  const [id] = new Set(begun.map((order) => order.id));
  expect(begun.map((order) => order.id)).toEqual([id, id]);
  expect(await first.at.follow(String(id), 20_000)).toMatchObject({ state: 'paid' });
  expect([...first.terminal.charged(), ...second.terminal.charged()]).toEqual([id]);
  expect((await booksOf(paying.database, account)).payments).toHaveLength(1);
});

test('the same order sent several times at once is one', async () => {
  const { terminal, at } = await paying.beside({ cardMs: 50 });
  const order = orderFor(account);
  const begun = await Promise.all([1, 2, 3].map(() => at.begin(order)));
  expect(new Set(begun.map(({ id }) => id))).toEqual(new Set([order.id]));
  expect(await at.follow(order.id, 20_000)).toMatchObject({ state: 'paid' });
  expect(terminal.charged()).toEqual([order.id]);
});

test('a terminal that is waiting for a card takes no other customer', async () => {
  const { at } = await paying.beside({ cardMs: 100_000 });
  await at.begin(orderFor(account));
  await expect(at.begin(orderFor(paying.account()))).rejects.toThrow('terminal-busy');
});

test('an invoice paid at a counter meanwhile leaves the card’s money as a credit', async () => {
  const { at } = await paying.beside({ cardMs: 400 });
  const order = orderFor(account);
  await at.begin(order);
  const { world } = paying.utility;
  const cash = paymentOf(account, { device: world.counter, capturedAt: '2026-11-26T07:59:00.000Z' });
  expect(await paying.utility.counter.submitOne(cash)).toMatchObject({ outcome: 'accepted' });
  expect(await at.follow(order.id, 20_000)).toMatchObject({ state: 'paid' });
  expect(await booksOf(paying.database, account)).toMatchObject({
    balanceBani: -4_200,
    outstandingBani: 0,
    payments: [
      { id: cash.id, paysBani: 4_200 },
      { id: order.id, amountBani: 4_200, paysBani: 0 },
    ],
  });
});

describe('an order is refused', () => {
  test('when the invoices ask for another amount than the customer was shown', async () => {
    const { at } = await paying.beside();
    await expect(at.begin(orderFor(account, { amountBani: 4_100 }))).rejects.toThrow('amount-changed');
    const cash = paymentOf(account, {
      device: paying.utility.world.counter,
      capturedAt: '2026-11-26T07:59:00.000Z',
    });
    await paying.utility.counter.submitOne(cash);
    await expect(at.begin(orderFor(account))).rejects.toThrow('amount-changed');
  });

  test('for an invoice of somebody else, or an account that this device does not serve', async () => {
    const { at } = await paying.beside();
    const invoiceIds = [`invoice-${account.id}`, `invoice-${paying.account().id}`];
    await expect(at.begin(orderFor(account, { invoiceIds, amountBani: 8_400 }))).rejects.toThrow(
      'bad-request',
    );
    const elsewhere = paying.utility.world.accounts.find(({ officeId }) => officeId === lupeni.id);
    await expect(at.begin(orderFor(elsewhere as WorldAccount))).rejects.toThrow('not-found');
    await expect(at.begin(orderFor({ id: 'nobody' }))).rejects.toThrow('not-found');
  });

  test('when its id is known with other content', async () => {
    const { at, terminal } = await paying.beside();
    const order = orderFor(account);
    await at.begin(order);
    await at.follow(order.id, 20_000);
    for (const changed of [
      { amountBani: 1 },
      { channel: 'page' as const },
      { accountId: paying.account().id },
    ])
      await expect(at.begin({ ...order, ...changed })).rejects.toThrow('bad-request');
    const other = await paying.beside();
    await expect(other.at.begin(order)).rejects.toThrow('bad-request');
    expect(terminal.charged()).toEqual([order.id]);
  });

  test('at a counter, and where no terminal is or answers', async () => {
    const counter = payer(paying.utility.app, paying.utility.world.counter);
    await expect(counter.begin(orderFor(account))).rejects.toThrow('bad-request');
    const without = payer(paying.utility.app, await paying.kiosk());
    await expect(without.begin(orderFor(account))).rejects.toThrow('no-card-terminal');
    const dead = payer(paying.utility.app, await paying.kiosk(`127.0.0.1:${await freePort()}`));
    await expect(dead.begin(orderFor(account))).rejects.toThrow('no-card-terminal');
    expect(await booksOf(paying.database, account)).toEqual(untouched);
  });

  test('by an answer about this order, which no device takes for trouble of the server', async () => {
    const app = await paying.secondApp({ paymentPage: null });
    const { token } = await paying.kiosk();
    for (const channel of ['terminal', 'page'] as const) {
      const payload = orderFor(account, { channel });
      const headers = headersOf(token);
      const reply = await app.inject({ method: 'POST', url: routes.paymentOrders, payload, headers });
      expect(reply.statusCode).toBe(409);
    }
  });
});

describe('an order is followed', () => {
  test('at once from the process that drives it, soon from another one', async () => {
    const { at, kiosk: device } = await paying.beside({ cardMs: 300 });
    const elsewhere = payer(await paying.secondApp(), device);
    const order = orderFor(account);
    await at.begin(order);
    const followed = await Promise.all([at.follow(order.id, 20_000), elsewhere.follow(order.id, 20_000)]);
    expect(followed.map(({ state }) => state)).toEqual(['paid', 'paid']);
  });

  test('no longer than was asked for', async () => {
    const { at } = await paying.beside({ cardMs: 100_000 });
    const order = orderFor(account);
    await at.begin(order);
    expect(await at.follow(order.id, 50)).toMatchObject({ state: 'open' });
  });

  test('by devices of its office alone', async () => {
    const { at } = await paying.beside({ cardMs: 100_000 });
    const order = orderFor(account);
    await at.begin(order);
    const foreign = { surface: 'self-service' as const, offices: [lupeni] };
    const elsewhere = payer(paying.utility.app, await addDevice(paying.database, foreign));
    await expect(elsewhere.follow(order.id)).rejects.toThrow('not-found');
    await expect(at.follow(randomUUID())).rejects.toThrow('not-found');
  });
});

test('a kiosk is told what stands beside it', async () => {
  const { kiosk: device } = await paying.beside();
  const { client } = paying.utility;
  const there = await client(device).greet();
  expect(there.kiosk).toMatchObject({ cardTerminal: true, paymentPage: true });
  const none = await client(await paying.kiosk()).greet();
  expect(none.kiosk).toMatchObject({ cardTerminal: false, paymentPage: true });
});

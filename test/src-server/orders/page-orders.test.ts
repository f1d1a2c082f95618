import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../../shared/sync/problem';
import { receiptFor } from '../../../src-server/decide/receipt';
import { callbackPath } from '../../../src-server/payment-page/page-protocol';
import { sign, signatureHeader, timestampHeader } from '../../../src-server/payment-page/signature';
import { freePort } from '../../support/free-port';
import { booksOf, key, now, orderFor, type Paying, payer, startPaying } from '../../support/paying';
import { soon } from '../../support/soon';
import type { WorldAccount } from '../../support/world';

let paying: Paying;
let silent: Paying; // its provider's callbacks are lost
let account: WorldAccount;
beforeAll(async () => {
  paying = await startPaying();
  silent = await startPaying({ callbacks: 'drop' });
});
afterAll(async () => {
  await paying.close();
  await silent.close();
});
beforeEach(() => {
  account = paying.account();
});
afterEach(() => {
  paying.clock.set(now);
  silent.clock.set(now);
});

const untouched = { balanceBani: 4_200, outstandingBani: 4_200, payments: [] };

async function opened(at = paying, of = account) {
  const kiosk = payer(at.utility.app, await at.kiosk());
  const request = orderFor(of, { channel: 'page' });
  const order = await kiosk.begin(request);
  return { kiosk, request, order, url: new URL(order.pageUrl ?? '') };
}

/** The customer's phone. */
async function press(url: URL, action: 'pay' | 'decline'): Promise<string> {
  const reply = await fetch(`${url.origin}${url.pathname}/${action}${url.search}`, { method: 'POST' });
  return reply.text();
}

interface Sent {
  timestamp?: string;
  signature?: string;
  signedBy?: string;
}

function callback(body: object | string, { timestamp = now, signature, signedBy = key }: Sent = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  return paying.utility.app.inject({
    method: 'POST',
    url: callbackPath,
    payload,
    headers: {
      'content-type': 'application/json',
      [timestampHeader]: timestamp,
      [signatureHeader]: signature ?? sign(signedBy, timestamp, payload),
    },
  });
}

const paidOf = (reference: string) => ({
  state: 'paid',
  reference,
  authorisation: 'P1',
  amountBani: 4_200,
  paidAt: now,
});

test('a page paid on the phone pays the invoice by the provider’s callback', async () => {
  const { kiosk, order, url } = await opened();
  expect(order).toMatchObject({ state: 'open', channel: 'page', endsAt: '2026-11-26T08:10:00.000Z' });
  expect(await (await fetch(url)).text()).toContain('Plătește');
  const following = kiosk.follow(order.id, 20_000);
  expect(await press(url, 'pay')).toContain('Plata a fost făcută');
  expect(await following).toMatchObject({ state: 'paid', receiptNumber: receiptFor(order.id) });
  expect(await booksOf(paying.database, account)).toMatchObject({
    balanceBani: 0,
    outstandingBani: 0,
    payments: [{ id: order.id, method: 'online', terminalReference: expect.stringMatching(/^P\d{9}$/) }],
  });
});

test('a page asked for again is the same page; for the same invoices, from another kiosk too', async () => {
  const { kiosk, request, order } = await opened();
  expect(await kiosk.begin(request)).toEqual(order);
  expect((await opened()).order).toEqual(order);
});

test('a declined one is declined', async () => {
  const { kiosk, order, url } = await opened();
  await press(url, 'decline');
  expect(await kiosk.follow(order.id, 20_000)).toMatchObject({ state: 'declined' });
  expect(await booksOf(paying.database, account)).toEqual(untouched);
});

test('a payment whose callback is lost is found by asking', async () => {
  const of = silent.account();
  const { kiosk, order, url } = await opened(silent, of);
  await press(url, 'pay');
  silent.clock.set('2026-11-26T08:00:30.000Z');
  await expect.poll(async () => (await kiosk.follow(order.id)).state, soon).toBe('paid');
  expect((await booksOf(silent.database, of)).payments).toHaveLength(1);
});

test('an order that nobody pays in ten minutes is over', async () => {
  const { kiosk, order } = await opened();
  paying.clock.set('2026-11-26T08:10:01.000Z');
  await expect.poll(async () => (await kiosk.follow(order.id)).state, soon).toBe('expired');
  expect(await booksOf(paying.database, account)).toEqual(untouched);
});

test.each(['expired', 'declined', 'failed'])(
  'money that comes to an order that has %s counts',
  async (state) => {
    const { kiosk, order } = await opened();
    await paying.database.pool.query(
      'update payment_orders set state = $2, settled_at = made_at where id = $1',
      [order.id, state],
    );
    expect((await callback(paidOf(order.id))).statusCode).toBe(200);
    expect(await kiosk.follow(order.id)).toMatchObject({ state: 'paid' });
    expect(await booksOf(paying.database, account)).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
  },
);

test('what was charged is what is recorded', async () => {
  const { order } = await opened();
  expect((await callback({ ...paidOf(order.id), amountBani: 3_000 })).statusCode).toBe(200);
  expect(await booksOf(paying.database, account)).toMatchObject({
    balanceBani: 1_200,
    outstandingBani: 1_200,
    payments: [{ amountBani: 3_000, paysBani: 3_000 }],
  });
});

describe('a callback', () => {
  const refused = async (sending: ReturnType<typeof callback>) => {
    const reply = await sending;
    return [reply.statusCode, Problem.parse(reply.json()).code];
  };

  test('that is told again, signed anew, or in several at once, changes nothing', async () => {
    const { order } = await opened();
    const told = [0, 1, 2, 3].map((second) =>
      callback(paidOf(order.id), { timestamp: `2026-11-26T08:00:0${second}.000Z` }),
    );
    for (const reply of await Promise.all(told)) expect(reply.statusCode).toBe(200);
    expect((await callback({ state: 'declined', reference: order.id })).statusCode).toBe(200);
    const books = await booksOf(paying.database, account);
    expect(books).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
    expect(books.payments).toHaveLength(1);
  });

  test('that somebody else made is refused', async () => {
    const { kiosk, order } = await opened();
    const body = paidOf(order.id);
    expect(await refused(callback(body, { signedBy: 'another-key' }))).toEqual([401, 'unauthenticated']);
    expect(await refused(callback(body, { signature: '' }))).toEqual([401, 'unauthenticated']);
    expect(await refused(callback(body, { signature: 'zz' }))).toEqual([401, 'unauthenticated']);
    const signature = sign(key, now, JSON.stringify({ ...body, amountBani: 1 }));
    expect(await refused(callback(body, { signature }))).toEqual([401, 'unauthenticated']);
    expect(await kiosk.follow(order.id)).toMatchObject({ state: 'open' });
  });

  test('that is old, from the future, or recorded and played again is refused', async () => {
    const { order } = await opened();
    const body = paidOf(order.id);
    for (const timestamp of ['2026-11-26T07:54:59.000Z', '2026-11-26T08:05:01.000Z', 'now', ''])
      expect(await refused(callback(body, { timestamp }))).toEqual([401, 'unauthenticated']);
    expect((await callback(body)).statusCode).toBe(200);
    expect(await refused(callback(body))).toEqual([401, 'unauthenticated']);
  });

  test('of an order that is not known is answered so, and kept for somebody to see', async () => {
    const id = randomUUID();
    expect(await refused(callback(paidOf(id)))).toEqual([404, 'not-found']);
    const { rows } = await paying.database.pool.query('select action, detail from audit where subject = $1', [
      id,
    ]);
    expect(rows).toEqual([{ action: 'payment-order-unknown', detail: paidOf(id) }]);
  });

  test('that says nothing we know is refused, rightly signed or not', async () => {
    for (const body of ['', '{', 'null', { state: 'paid' }, { state: 'open', reference: 'x' }])
      expect(await refused(callback(body))).toEqual([400, 'bad-request']);
  });
});

describe('without a provider', () => {
  test('that answers there is no order to pay, and the next one may be', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const app = await paying.secondApp({ paymentPage: { url, key, publicUrl: 'https://ghiseu.example' } });
    const kiosk = await paying.kiosk();
    const request = orderFor(account, { channel: 'page' });
    await expect(payer(app, kiosk).begin(request)).rejects.toThrow('no-payment-page');
    expect(await payer(app, kiosk).follow(request.id)).toMatchObject({ state: 'failed', pageUrl: null });
    expect(await opened()).toMatchObject({ order: { state: 'open' } });
  });

  test('nothing can be paid by phone, and nobody calls back', async () => {
    const app = await paying.secondApp({ paymentPage: null });
    const kiosk = await paying.kiosk();
    const request = orderFor(account, { channel: 'page' });
    await expect(payer(app, kiosk).begin(request)).rejects.toThrow('no-payment-page');
    expect((await app.inject({ method: 'POST', url: callbackPath })).statusCode).toBe(404);
  });
});

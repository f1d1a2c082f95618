import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PaymentPageProvider } from '../../../src-server/payment-page/payment-page';
import { deskOn } from '../../support/desk';
import {
  booksOf,
  callingDeviceOf,
  now,
  orderFor,
  type Paying,
  payer,
  startPaying,
} from '../../support/paying';
import { soon } from '../../support/soon';
import type { WorldAccount } from '../../support/world';

/* A page that was made, or shown, although the server had given up on it. */
let paying: Paying;
let account: WorldAccount;
let closing: (() => Promise<void>)[];
beforeAll(async () => {
  paying = await startPaying({ app: { desk: { reconcileMs: 3_600_000 } }, callbacks: 'drop' });
});
afterAll(() => paying.close());
beforeEach(() => {
  account = paying.account();
  closing = [];
  paying.clock.set(now);
});
afterEach(() => Promise.all(closing.map((close) => close())));

function desk(through: (provider: PaymentPageProvider) => PaymentPageProvider) {
  const { database, clock, page } = paying;
  const made = deskOn({ database, clock, pageUrl: page.url, through });
  closing.push(made.close);
  return made;
}

async function pay(pageUrl: string | null): Promise<void> {
  const url = new URL(pageUrl ?? '');
  await fetch(`${url.origin}${url.pathname}/pay`, { method: 'POST' });
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('a page that one request was given is not taken away by another that was given none', async () => {
  const device = await callingDeviceOf(paying, await paying.kiosk());
  const silence = gate();
  let asked = 0;
  const at = desk((provider) => ({
    ...provider,
    create: async (wanted) => {
      asked += 1;
      if (asked > 1) return provider.create(wanted);
      await silence.opened;
      return null;
    },
  }));
  const request = orderFor(account, { channel: 'page' });
  const first = at.begin(device, request);
  await expect.poll(() => asked, soon).toBe(1);
  const shown = await at.begin(device, request);
  expect(shown).toMatchObject({ state: 'open', pageUrl: expect.stringContaining('/pay/') });
  silence.open();
  expect(await first).toEqual(shown);
});

test('a page that comes when its order has ended is shown to nobody', async () => {
  const kiosk = await paying.kiosk();
  const device = await callingDeviceOf(paying, kiosk);
  const slowness = gate();
  let asked = 0;
  const at = desk((provider) => ({
    ...provider,
    create: async (wanted) => {
      asked += 1;
      await slowness.opened;
      return provider.create(wanted);
    },
  }));
  const request = orderFor(account, { channel: 'page' });
  const begun = at.begin(device, request);
  await expect.poll(() => asked, soon).toBe(1);
  await at.settle({ id: request.id, result: { state: 'failed' }, by: 'server' });
  slowness.open();
  expect(await begun).toMatchObject({ state: 'failed', pageUrl: null });
});

test.each(['expired', 'failed'])(
  'money that comes to a page which has %s is found by asking once more, its callback lost',
  async (state) => {
    const device = await paying.kiosk();
    const kiosk = payer(paying.utility.app, device);
    const order = await kiosk.begin(orderFor(account, { channel: 'page' }));
    const { pool } = paying.database;
    await pool.query('update payment_orders set state = $2, settled_at = made_at where id = $1', [
      order.id,
      state,
    ]);
    await pay(order.pageUrl);
    const at = desk((provider) => provider);
    paying.clock.set('2026-11-26T08:10:01.000Z');
    await at.reconcile();
    expect(await kiosk.follow(order.id)).toMatchObject({ state });
    paying.clock.set('2026-11-26T08:15:00.000Z');
    await at.reconcile();
    expect(await kiosk.follow(order.id)).toMatchObject({ state: 'paid' });
    expect(await booksOf(paying.database, account)).toMatchObject({
      balanceBani: 0,
      payments: [{ id: order.id }],
    });
  },
);

test('the provider is asked until it answers, and not again when it has', async () => {
  const kiosk = payer(paying.utility.app, await paying.kiosk());
  const order = await kiosk.begin(orderFor(account, { channel: 'page' }));
  const asked: string[] = [];
  let answers = true;
  const at = desk((provider) => ({
    ...provider,
    status: async (reference) => {
      if (reference === order.id) asked.push(reference);
      return answers ? provider.status(reference) : { outcome: 'unknown' };
    },
  }));
  paying.clock.set('2026-11-26T08:10:01.000Z');
  await at.reconcile();
  expect(await kiosk.follow(order.id)).toMatchObject({ state: 'expired' });
  paying.clock.set('2026-11-26T08:16:00.000Z');
  answers = false;
  await at.reconcile();
  await at.reconcile();
  expect(asked).toHaveLength(3);
  answers = true;
  await at.reconcile();
  await at.reconcile();
  expect(asked).toHaveLength(4);
  expect(await kiosk.follow(order.id)).toMatchObject({ state: 'expired' });
});

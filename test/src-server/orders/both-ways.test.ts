import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { booksOf, now, orderFor, type Paying, startPaying } from '../../support/paying';
import { soon } from '../../support/soon';
import type { WorldAccount } from '../../support/world';

/* A page stays open on the phone while the customer takes the card terminal instead: either may be paid, or both. */
let paying: Paying;
let account: WorldAccount;
beforeAll(async () => {
  paying = await startPaying();
});
afterAll(async () => {
  await paying.close();
});
beforeEach(() => {
  paying.clock.set(now);
  account = paying.account();
});

/** @param cardMs how long the card takes */
async function openedPage({ cardMs }: { cardMs: number }) {
  const { terminal, at: kiosk } = await paying.beside({ cardMs });
  const page = await kiosk.begin(orderFor(account, { channel: 'page' }));
  const card = orderFor(account);
  const url = new URL(page.pageUrl ?? '');
  return {
    terminal,
    kiosk,
    page,
    card,
    byCard: async () => {
      await kiosk.begin(card);
      return kiosk.follow(card.id, 20_000);
    },
    byPhone: () => fetch(`${url.origin}${url.pathname}/pay`, { method: 'POST' }),
  };
}

/** What each of the two payments pays of the invoice. */
async function paid(): Promise<Map<string, number>> {
  const { payments, ...left } = await booksOf(paying.database, account);
  expect(left).toEqual({ balanceBani: -4_200, outstandingBani: 0 });
  return new Map(payments.map(({ id, paysBani }) => [id, paysBani]));
}

test('a card is taken although the page is open; the page paid after it becomes a credit', async () => {
  const { kiosk, page, card, byCard, byPhone } = await openedPage({ cardMs: 0 });
  expect(await byCard()).toMatchObject({ id: card.id, state: 'paid' });
  expect(await kiosk.follow(page.id)).toMatchObject({ state: 'open' });
  paying.clock.set('2026-11-26T08:01:00.000Z');
  await byPhone();
  expect(await kiosk.follow(page.id, 20_000)).toMatchObject({ state: 'paid' });
  expect(await paid()).toEqual(
    new Map([
      [card.id, 4_200],
      [page.id, 0],
    ]),
  );
});

test('a page paid while the terminal waits for the card: one of the two becomes a credit', async () => {
  const { kiosk, page, card, byCard, byPhone } = await openedPage({ cardMs: 1_500 });
  const charged = byCard();
  await expect.poll(async () => kiosk.follow(card.id).catch(() => null), soon).toMatchObject({ id: card.id });
  await byPhone();
  expect(await kiosk.follow(page.id, 20_000)).toMatchObject({ state: 'paid' });
  expect(await charged).toMatchObject({ state: 'paid' });
  expect([...(await paid()).values()].toSorted()).toEqual([0, 4_200]);
});

test('once the page is paid no card is asked for', async () => {
  const { terminal, kiosk, page, byCard, byPhone } = await openedPage({ cardMs: 0 });
  await byPhone();
  expect(await kiosk.follow(page.id, 20_000)).toMatchObject({ state: 'paid' });
  await expect(byCard()).rejects.toThrow('amount-changed');
  expect(terminal.charged()).toEqual([]);
});

describe('asked for again, an open page', () => {
  test('is answered as long as it is owed', async () => {
    const { kiosk, page } = await openedPage({ cardMs: 0 });
    expect(await kiosk.begin(orderFor(account, { channel: 'page' }))).toEqual(page);
  });

  test('leads nobody to pay what a card has paid', async () => {
    const { kiosk, byCard } = await openedPage({ cardMs: 0 });
    await byCard();
    await expect(kiosk.begin(orderFor(account, { channel: 'page' }))).rejects.toThrow('amount-changed');
  });

  test('is not shown for another amount than is owed by now', async () => {
    const { kiosk, page } = await openedPage({ cardMs: 0 });
    const { pool } = paying.database;
    await pool.query('update invoices set outstanding_bani = 3000 where account_id = $1', [account.id]);
    const another = await kiosk.begin(orderFor(account, { channel: 'page', amountBani: 3_000 }));
    expect(another.id).not.toBe(page.id);
    expect(another).toMatchObject({ state: 'open', amountBani: 3_000 });
  });
});

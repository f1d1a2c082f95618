import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostedPage } from '../../../src-server/payment-page/hosted-page';
import { startPageSimulator } from '../../../src-server/payment-page/simulator/page-simulator';
import { testClock } from '../../support/clock';

const clock = testClock('2026-11-26T08:00:00.000Z');
const key = 'a-key-that-both-sides-know';
const errors: unknown[] = [];
const onError = (error: unknown) => void errors.push(error);
const callbackUrl = () => 'http://127.0.0.1:1/nobody-listens';
let page: Awaited<ReturnType<typeof startPageSimulator>>;
beforeAll(async () => {
  page = await startPageSimulator({ port: 0, key, callbacks: 'drop', clock, say: () => undefined });
});
afterAll(() => page.close());

const provider = (usedKey = key) => hostedPage({ url: page.url, key: usedKey, callbackUrl, clock, onError });

const wanted = (language: 'ro' | 'en' | 'hu' = 'ro') => ({
  reference: randomUUID(),
  amountBani: 123_456,
  language,
  endsAt: '2026-11-26T08:10:00.000Z',
});

test.each([
  ['ro', 'Plătește', '1 234,56 lei', 'Plata a fost refuzată'],
  ['en', 'Pay the invoice', '1 234.56 lei', 'The payment was declined'],
  ['hu', 'Fizetés elutasítása', '1 234,56 lej', 'A fizetést elutasították'],
] as const)('the page speaks %s, and says what was pressed', async (language, words, amount, declined) => {
  const made = await provider().create(wanted(language));
  const url = new URL(made?.url ?? '');
  const html = (await (await fetch(url)).text()).replaceAll(/\s/g, ' ');
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(words);
  expect(html).toContain(amount);
  const after = await fetch(`${url.origin}${url.pathname}/decline${url.search}`, { method: 'POST' });
  expect(await after.text()).toContain(declined);
});

test('a reference has one page, which is paid once', async () => {
  const reference = wanted();
  const made = await provider().create(reference);
  expect(await provider().create(reference)).toEqual(made);
  expect(await provider().status(reference.reference)).toEqual({ outcome: 'open' });
  const { origin, pathname } = new URL(made?.url ?? '');
  await fetch(`${origin}${pathname}/pay`, { method: 'POST' });
  const paid = await provider().status(reference.reference);
  expect(paid).toMatchObject({ outcome: 'paid', amountBani: 123_456, paidAt: clock.now() });
  await fetch(`${origin}${pathname}/decline`, { method: 'POST' });
  expect(await provider().status(reference.reference)).toEqual(paid);
});

test('what was never made is not found, and one whose time is over cannot be paid', async () => {
  expect(await provider().status(randomUUID())).toEqual({ outcome: 'not-found' });
  const late = { ...wanted(), endsAt: '2026-11-26T07:59:59.000Z' };
  const made = await provider().create(late);
  const { origin, pathname } = new URL(made?.url ?? '');
  await fetch(`${origin}${pathname}/pay`, { method: 'POST' });
  expect(await provider().status(late.reference)).toEqual({ outcome: 'expired' });
  expect((await fetch(`${origin}/pay/unknown`)).status).toBe(404);
});

test('a server with another key is told nothing', async () => {
  errors.length = 0;
  const reference = wanted();
  expect(await provider('another-key-than-that').create(reference)).toBeNull();
  expect(await provider('another-key-than-that').status(reference.reference)).toEqual({ outcome: 'unknown' });
  expect(errors.map(String)).toEqual([
    expect.stringContaining('answered /payments with 401'),
    expect.stringContaining('answered /payments/query with 401'),
  ]);
});

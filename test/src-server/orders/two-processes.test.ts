import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CallingDevice } from '../../../src-server/devices/calling-device';
import type { PaymentDesk } from '../../../src-server/orders/payment-desk';
import type { CardTerminal, SaleOutcome } from '../../../src-server/terminal/card-terminal';
import { deskOn } from '../../support/desk';
import { booksOf, callingDeviceOf, now, orderFor, type Paying, startPaying } from '../../support/paying';
import type { WorldAccount } from '../../support/world';

/* A terminal takes one connection at a time: while one process waits for the card, another one is not answered. */
let paying: Paying;
let account: WorldAccount;
let device: CallingDevice;
let ends: (outcome: SaleOutcome) => void;
let driving: PaymentDesk;
let other: PaymentDesk;

const oneAtATime = (): CardTerminal => ({
  readiness: async () => 'ready',
  sale: (_sale, signal) =>
    new Promise((resolve) => {
      ends = resolve;
      signal.addEventListener('abort', () => resolve({ outcome: 'unknown' }));
    }),
  status: async () => ({ outcome: 'unknown' }),
});

beforeAll(async () => {
  paying = await startPaying({ app: { desk: { reconcileMs: 3_600_000 } } });
  const { database, clock, page } = paying;
  driving = deskOn({ database, clock, pageUrl: page.url }, { terminals: oneAtATime });
  other = deskOn({ database, clock, pageUrl: page.url }, { terminals: oneAtATime });
});
afterAll(async () => {
  await driving.close();
  await other.close();
  await paying.close();
});
beforeEach(async () => {
  paying.clock.set(now);
  account = paying.account();
  device = await callingDeviceOf(paying, await paying.kiosk('terminal:9100'));
});

const state = async (id: string) => (await other.follow(device, { id, waitMs: 0 })).state;

test('a sale under way is not disturbed by another process that is not answered', async () => {
  const order = orderFor(account);
  await driving.begin(device, order);
  paying.clock.set('2026-11-26T08:01:30.000Z');
  await other.reconcile();
  expect(await state(order.id)).toBe('open');
  ends({ outcome: 'approved', authorisation: '123456', amountBani: 4_200, approvedAt: paying.clock.now() });
  expect(await driving.follow(device, { id: order.id, waitMs: 10_000 })).toMatchObject({ state: 'paid' });
  expect((await booksOf(paying.database, account)).payments).toHaveLength(1);
});

test('when nobody can be waiting for the card any more, it is not known what became of it', async () => {
  const order = orderFor(account);
  await driving.begin(device, order);
  paying.clock.set('2026-11-26T08:02:05.000Z');
  await other.reconcile();
  expect(await state(order.id)).toBe('open'); // its end is a moment ago: the outcome may be on its way
  paying.clock.set('2026-11-26T08:02:06.001Z');
  await other.reconcile();
  expect(await state(order.id)).toBe('unknown');
  ends({ outcome: 'declined', reason: 'insufficient funds' });
  expect(await driving.follow(device, { id: order.id, waitMs: 10_000 })).toMatchObject({ state: 'declined' });
});

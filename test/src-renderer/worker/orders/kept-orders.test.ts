import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeLines } from '../../../../shared/journal/journal-line';
import type { OfferAnswer, OfferedOrder } from '../../../../shared/sync/payment-offer';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import type { OrderEntry } from '../../../../src-renderer/data/visit-api';
import { usualPace } from '../../../../src-renderer/worker/sync/pace';
import { restarted } from '../../../support/counter';
import type { Machine, TestDevice } from '../../../support/device';
import { kioskAtWork, kioskUtility, visitedBy } from '../../../support/kiosk';
import { ScriptedProblem, type ScriptedServer } from '../../../support/scripted-server';

const orderId = '0b5f6a3e-6f0e-4a53-9d3c-6f4a1c2b7d10';
const entry: OrderEntry = {
  ...{ orderId, accountId: 'account-1', invoiceIds: ['invoice-1'], amountBani: 4_200 },
  ...{ channel: 'terminal', language: 'ro' },
};
const order: PaymentOrder = {
  ...{
    id: orderId,
    accountId: 'account-1',
    invoiceIds: ['invoice-1'],
    channel: 'terminal',
    amountBani: 4_200,
  },
  ...{ state: 'open', pageUrl: null, receiptNumber: null, settledAt: null },
  ...{ madeAt: '2026-11-26T08:00:00.000Z', endsAt: '2026-11-26T08:02:00.000Z' },
};
const asks = 'POST /sync/payment-orders';
const follows = `GET /sync/payment-orders/${orderId}`;
const offers = 'POST /sync/payment-orders/offer';

let server: ScriptedServer;
let offered: OfferedOrder[][];
let answer: (order: OfferedOrder) => OfferAnswer;
beforeEach(async () => {
  ({ server } = await kioskUtility());
  offered = [];
  answer = ({ state }) => ({ outcome: 'known', state: state === 'paid' ? 'paid' : 'failed' });
  server.replies.set(asks, () => ({ order }));
  server.replies.set(offers, (body) => {
    const { orders } = body as { orders: OfferedOrder[] };
    offered.push(orders);
    return { answers: orders.map(answer), epoch: server.epoch };
  });
});
afterEach(() => vi.restoreAllMocks());

async function kioskOf(): Promise<TestDevice> {
  const device = await kioskAtWork(server);
  await visitedBy(device);
  return device;
}

/** The lines of the journal on its medium, in the order in which they were written. */
const kept = ({ journal }: Machine) => decodeLines(journal.readAll()).orders;
const lastKept = (machine: Machine) => kept(machine).at(-1);

test('a payment is in the journal before the server is asked, with nothing personal in it', async () => {
  const device = await kioskOf();
  let before: unknown[] = [];
  server.replies.set(asks, () => {
    before = kept(device.machine);
    return { order };
  });
  await device.api.orderPayment(entry);
  expect(before).toEqual([
    {
      ...{ id: orderId, deviceId: 'kiosk-1', accountId: 'account-1', channel: 'terminal', amountBani: 4_200 },
      ...{ invoices: [{ invoiceId: 'invoice-1', amountBani: 4_200 }], beganAt: server.now },
      ...{ state: 'asked', seenPaid: false, epoch: null },
    },
  ]);
  expect(lastKept(device.machine)).toMatchObject({ state: 'open', epoch: 'epoch-1' });
});

test('where the journal cannot be written, the server is asked for nothing', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const device = await kioskOf();
  device.machine.journal.failNextFlush = new Error('torn');
  expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'refused', reason: 'not-begun' });
  expect(server.requests).not.toContain(asks);
});

test('a disk without room for it is told, here and on every screen, until something finds room again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const device = await kioskOf();
  device.machine.journal.failNextFlush = Object.assign(new Error('full'), { code: 'ENOSPC' });
  expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'refused', reason: 'no-room' });
  expect(server.requests).not.toContain(asks);
  await device.until('kiosk', null, ({ canSave }) => !canSave);
  await device.api.orderPayment(entry);
  await device.until('kiosk', null, ({ canSave }) => canSave);
});

test('what is heard of a payment is kept, once', async () => {
  const device = await kioskOf();
  await device.api.orderPayment(entry);
  server.replies.set(follows, () => ({ order: { ...order, state: 'paid' } }));
  for (const _ of [1, 2]) await device.api.followOrder(orderId);
  expect(kept(device.machine).map(({ state }) => state)).toEqual(['asked', 'open', 'paid']);
});

test('asked for again it is the same payment, written down once', async () => {
  const device = await kioskOf();
  server.replies.set(asks, () => new ScriptedProblem('server-trouble', 500));
  for (const _ of [1, 2]) expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'offline' });
  server.replies.set(asks, () => new ScriptedProblem('terminal-busy', 409));
  await device.api.orderPayment(entry); // says nothing of the first time
  expect(kept(device.machine).map(({ state }) => state)).toEqual(['asked']);
});

test.each<[string, () => object]>([
  ['refused', () => new ScriptedProblem('amount-changed', 409)],
  [
    'answered with an earlier one',
    () => ({ order: { ...order, id: '7d1c2b3a-6f0e-4a53-9d3c-6f4a1c2b7d10' } }),
  ],
])('a payment that was %s was not begun, and is never offered', async (_, reply) => {
  const device = await kioskOf();
  server.replies.set(asks, reply);
  await device.api.orderPayment(entry);
  expect(lastKept(device.machine)).toMatchObject({ id: orderId, state: 'not-begun' });
  server.epoch = 'epoch-2';
  const next = await restarted(device, server);
  await next.synced();
  expect(offered).toEqual([]);
});

test('one without an answer is offered at the next start, until its outcome is known', async () => {
  const device = await kioskOf();
  server.replies.set(asks, () => new ScriptedProblem('server-trouble', 500));
  await device.api.orderPayment(entry);
  expect(offered).toEqual([]);
  const next = await restarted(device, server);
  await vi.waitFor(() => expect(lastKept(next.machine)).toMatchObject({ state: 'failed', epoch: 'epoch-1' }));
  const { deviceId, epoch, ...asked } = kept(next.machine)[0] ?? {};
  expect(offered).toEqual([[asked]]);
  await (await restarted(next, server)).synced();
  expect(offered).toHaveLength(1);
});

test('one that is not known yet is asked for again while the kiosk runs', async () => {
  const device = await kioskOf();
  await device.api.orderPayment(entry);
  const states = ['unknown', 'paid'] as const;
  answer = () => ({ outcome: 'known', state: states[offered.length - 1] ?? 'paid' });
  const next = await restarted(device, server, { deps: { pace: { ...usualPace, resendMs: 0 } } });
  await vi.waitFor(() => expect(lastKept(next.machine)).toMatchObject({ state: 'paid' }));
  expect(offered).toHaveLength(2);
});

test('a server of another epoch is offered all that was begun here, also what was paid, once', async () => {
  const device = await kioskOf();
  server.replies.set(asks, () => ({ order: { ...order, state: 'paid' } }));
  await device.api.orderPayment(entry);
  server.goDown();
  server.epoch = 'epoch-2';
  server.down = false;
  await vi.waitFor(() => expect(lastKept(device.machine)).toMatchObject({ epoch: 'epoch-2' }));
  expect(offered).toMatchObject([[{ id: orderId, state: 'paid' }]]);
  await (await restarted(device, server)).synced();
  expect(offered).toHaveLength(1);
});

test('it is offered too where the kiosk was off when the server was restored, and its databases vanished', async () => {
  const device = await kioskOf();
  server.replies.set(asks, () => ({ order: { ...order, state: 'paid' } }));
  await device.api.orderPayment(entry);
  server.epoch = 'epoch-2';
  device.machine.indexedDB = new IDBFactory();
  await restarted(device, server);
  await vi.waitFor(() => expect(offered).toMatchObject([[{ id: orderId, state: 'paid' }]]));
});

test('what the server does not take is said, kept, and offered again at the next start', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const device = await kioskOf();
  await device.api.orderPayment(entry);
  answer = () => ({ outcome: 'not-taken', reason: 'no-account' });
  const pace = { ...usualPace, resendMs: 0 };
  const next = await restarted(device, server, { deps: { pace } });
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith(expect.stringContaining('no-account')));
  await next.synced();
  expect(offered).toHaveLength(1);
  expect(lastKept(next.machine)).toMatchObject({ state: 'open' });
  await restarted(next, server, { deps: { pace } });
  await vi.waitFor(() => expect(offered).toHaveLength(2));
});

test('a server that knows no offers, or is in trouble, is asked again later', async () => {
  const device = await kioskOf();
  await device.api.orderPayment(entry);
  let refusals = 0;
  const taken = server.replies.get(offers);
  server.replies.set(offers, (body) => {
    refusals += 1;
    return refusals === 1 ? new ScriptedProblem('not-found', 404) : (taken?.(body) ?? {});
  });
  const pace = { ...usualPace, trouble: { firstMs: 5, mostMs: 10 }, resendMs: 5 };
  const next = await restarted(device, server, { deps: { pace } });
  await vi.waitFor(() => expect(lastKept(next.machine)).toMatchObject({ state: 'failed' }));
});

test('that it was once seen paid stays, whatever a restored server says of it later', async () => {
  const device = await kioskOf();
  server.replies.set(asks, () => ({ order: { ...order, state: 'paid' } }));
  await device.api.orderPayment(entry);
  answer = () => ({ outcome: 'known', state: 'unknown' });
  for (const epoch of ['epoch-2', 'epoch-3']) {
    server.goDown();
    server.epoch = epoch;
    server.down = false;
    await vi.waitFor(() => expect(lastKept(device.machine)).toMatchObject({ epoch, state: 'unknown' }));
  }
  expect(offered.flat().map(({ seenPaid }) => seenPaid)).toEqual([true, true]);
});

import { expect, test, vi } from 'vitest';
import { formatReceiptNumber } from '../../../../shared/receipt-number';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import type { OrderEntry } from '../../../../src-renderer/data/visit-api';
import { counterAtWork, saveIndex, smallUtility } from '../../../support/counter';
import type { TestDevice } from '../../../support/device';
import { kioskAtWork, kioskUtility, visitedBy } from '../../../support/kiosk';
import { ScriptedProblem } from '../../../support/scripted-server';

const orderId = '0b5f6a3e-6f0e-4a53-9d3c-6f4a1c2b7d10';
const entry: OrderEntry = {
  orderId,
  accountId: 'account-1',
  invoiceIds: ['invoice-1'],
  amountBani: 4_200,
  channel: 'terminal',
  language: 'ro',
};
const order: PaymentOrder = {
  id: orderId,
  accountId: 'account-1',
  invoiceIds: ['invoice-1'],
  channel: 'terminal',
  amountBani: 4_200,
  state: 'open',
  pageUrl: null,
  receiptNumber: null,
  madeAt: '2026-11-26T08:00:00.000Z',
  endsAt: '2026-11-26T08:10:00.000Z',
  settledAt: null,
};
const orders = 'POST /sync/payment-orders';

async function savedIndex(device: TestDevice) {
  const outcome = await saveIndex(device, 1, 1250);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.submission;
}

test('the slip of an own index is asked for by e-mail, also without the server', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const { id } = await savedIndex(device);
  server.goDown();
  expect(await device.api.emailSlip(id)).toEqual({ outcome: 'saved' });
  server.down = false;
  await device.api.syncNow();
  await vi.waitFor(() => expect(server.received.flat().map(({ kind }) => kind)).toContain('note'));
  expect(server.received.flat().find(({ kind }) => kind === 'note')).toMatchObject({
    actor: { kind: 'customer' },
    onBehalfOf: null,
    payload: { event: 'email-slip', accountId: 'account-1', submissionId: id },
  });
});

test('nobody asks for the slip of somebody else, or of what is not known here', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const { id } = await savedIndex(device);
  const notSaved = { outcome: 'not-saved', reason: 'not-signed-in' };
  await visitedBy(device, 2);
  expect(await device.api.emailSlip(id)).toEqual(notSaved);
  expect(await device.api.emailSlip('unknown')).toEqual(notSaved);
});

test('the slip of a payment that the server recorded is asked for by its order, of the own account alone', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  expect(await device.api.emailSlip(order, 'hu')).toEqual({ outcome: 'saved' });
  await vi.waitFor(() => expect(server.received.flat().map(({ kind }) => kind)).toContain('note'));
  expect(server.received.flat().find(({ kind }) => kind === 'note')).toMatchObject({
    payload: { event: 'email-slip', accountId: 'account-1', submissionId: orderId, language: 'hu' },
  });
  await visitedBy(device, 2);
  const notSaved = { outcome: 'not-saved', reason: 'not-signed-in' };
  expect(await device.api.emailSlip(order)).toEqual(notSaved);
});

test('a journal that cannot write has not kept the wish for a slip either', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const { id } = await savedIndex(device);
  device.machine.journal.failNextFlush = new Error('broken');
  expect(await device.api.emailSlip(id)).toEqual({ outcome: 'not-saved', reason: 'journal-failed' });
  vi.restoreAllMocks();
});

test('a payment is ordered of the server and followed by its id', async () => {
  const { server } = await kioskUtility();
  const asked = vi.fn<(body: unknown) => object>(() => ({ order }));
  server.replies.set(orders, asked);
  server.replies.set(`GET /sync/payment-orders/${orderId}`, () => ({ order: { ...order, state: 'paid' } }));
  const device = await kioskAtWork(server);
  await visitedBy(device);
  expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'order', order });
  const { orderId: id, ...wanted } = entry;
  expect(asked).toHaveBeenCalledWith({ id, ...wanted });
  expect(await device.api.followOrder(orderId)).toMatchObject({ order: { state: 'paid' } });
});

test.each(['amount-changed', 'no-card-terminal', 'no-payment-page', 'terminal-busy'] as const)(
  'an order that the server refuses by %s is refused with that reason',
  async (reason) => {
    const { server } = await kioskUtility();
    const device = await kioskAtWork(server);
    await visitedBy(device);
    server.replies.set(orders, () => new ScriptedProblem(reason, 409));
    expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'refused', reason });
  },
);

test.each([
  ['bad-request', 400],
  ['not-found', 404],
  ['unauthenticated', 401],
  ['too-fast', 429],
] as const)('an order that the server refuses by %s has begun nothing', async (code, status) => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  server.replies.set(orders, () => new ScriptedProblem(code, status));
  expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'refused', reason: 'not-begun' });
});

test('trouble in the middle of an order, and a refused question after one, say nothing of it', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  server.replies.set(orders, () => new ScriptedProblem('server-trouble', 500));
  expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'offline' });
  server.replies.set(`GET /sync/payment-orders/${orderId}`, () => new ScriptedProblem('not-found', 404));
  expect(await device.api.followOrder(orderId)).toEqual({ outcome: 'offline' });
});

test('without the server nobody knows here whether anything was charged', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  server.goDown();
  expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'offline' });
  expect(await device.api.followOrder(orderId)).toEqual({ outcome: 'offline' });
});

test('nothing is ordered for an account that nobody has shown to be theirs', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device, 2);
  expect(await device.api.orderPayment(entry)).toEqual({ outcome: 'refused', reason: 'not-begun' });
  expect(server.requests).not.toContain(orders);
});

test('a receipt of this counter is known without the server, however it is typed', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const { id, receiptNumber } = await savedIndex(device);
  server.goDown();
  const typed = formatReceiptNumber(receiptNumber).toLowerCase();
  expect(await device.api.findReceipt(` ${typed} `)).toMatchObject({
    outcome: 'found',
    receipt: { receiptNumber, submissionId: id, accountId: 'account-1', index: 1250, deviceName: null },
  });
  const other = '7F3K2M9Q4XK'; // its last sign fits
  expect(await device.api.findReceipt(other)).toEqual({ outcome: 'offline' });
  expect(await device.api.findReceipt('7F3K2M9Q4XA')).toEqual({ outcome: 'mistyped' });
  expect(await device.api.findReceipt('7F3K')).toEqual({ outcome: 'mistyped' });
});

test('another device’s receipt is looked up by the server', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const receiptNumber = '7F3K2M9Q4XK';
  server.replies.set(`GET /sync/receipts/${receiptNumber}`, () => ({ receipt: null }));
  expect(await device.api.findReceipt(receiptNumber)).toEqual({ outcome: 'unknown' });
  const receipt = {
    ...{ receiptNumber, id: 'reading-1', kind: 'reading', accountId: 'account-1' },
    ...{ capturedAt: server.now, outcome: 'accepted', findings: [], superseded: true },
    ...{ period: '2026-11', index: 1250, amountBani: null, deviceName: 'Infochioșc 1' },
  };
  server.replies.set(`GET /sync/receipts/${receiptNumber}`, () => ({ receipt }));
  expect(await device.api.findReceipt(receiptNumber)).toMatchObject({
    outcome: 'found',
    receipt: { submissionId: 'reading-1', state: 'superseded', deviceName: 'Infochioșc 1' },
  });
});

test('a kiosk tells of a receipt to nobody but whose account it is of', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const { receiptNumber } = await savedIndex(device);
  expect(await device.api.findReceipt(receiptNumber)).toMatchObject({ outcome: 'found' });
  await visitedBy(device, 2);
  expect(await device.api.findReceipt(receiptNumber)).toEqual({ outcome: 'unknown' });
});

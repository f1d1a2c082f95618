import { expect, test, vi } from 'vitest';
import type { Invoice, Payment } from '../../../shared/model/billing';
import type { CollectionName } from '../../../shared/sync/collections';
import type { PaymentEntry } from '../../../src-renderer/data/payment-api';
import { counterAtWork, restarted, smallUtility } from '../../support/counter';
import { Machine, type TestDevice } from '../../support/device';

const collections: CollectionName[] = ['policy', 'staff', 'accounts', 'verdicts', 'invoices', 'payments'];
const accountId = 'account-1';

const invoice = (month: string, over: Partial<Invoice> = {}): Invoice => ({
  id: `invoice-${month}`,
  accountId,
  number: `F-${month}`,
  period: month,
  issuedOn: `${month}-05`,
  dueOn: `${month}-20`,
  totalBani: 4_200,
  outstandingBani: 4_200,
  countedPayments: [],
  lines: [],
  ...over,
});

/** A counter whose server answers nothing until it is told to, with two open invoices of 42,00 lei. */
async function counter(machine = new Machine()) {
  const server = smallUtility();
  server.put({ invoices: [invoice('2026-10'), invoice('2026-09')] });
  const device = await counterAtWork(server, { machine, collections });
  return { server, device };
}

const cash = (over: Partial<PaymentEntry> = {}): PaymentEntry => ({
  accountId,
  invoiceIds: ['invoice-2026-10', 'invoice-2026-09'],
  amount: '50',
  method: 'cash',
  tendered: '100',
  terminalReference: '',
  ...over,
});

const outstanding = async (device: TestDevice) =>
  (await device.until('invoices', { accountId })).map(({ outstandingBani }) => outstandingBani);

async function saved(device: TestDevice, entry = cash()) {
  const outcome = await device.api.savePayment(entry);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.submission;
}

test('cash is taken without the server: the oldest invoice first, shown everywhere at once, kept over a restart', async () => {
  const { server, device } = await counter();
  server.goDown();
  expect(await device.api.checkPayment(cash())).toEqual({
    findings: [],
    gate: 'clear',
    amountBani: 5_000,
    changeBani: 5_000,
  });
  const submission = await saved(device);
  expect(submission).toMatchObject({ kind: 'payment', state: 'kept', amountBani: 5_000 });
  expect(await outstanding(device)).toEqual([3_400, 0]);
  const [payment] = await device.until('payments', { accountId });
  expect(payment).toMatchObject({
    id: submission.id,
    amountBani: 5_000,
    method: 'cash',
    reversible: true,
    submission: { state: 'kept', taken: { tenderedBani: 10_000, terminalReference: null } },
    allocations: [
      { invoiceNumber: 'F-2026-09', amountBani: 4_200, leftBani: 0 },
      { invoiceNumber: 'F-2026-10', amountBani: 800, leftBani: 3_400 },
    ],
  });
  const view = await device.until('account', { accountId });
  expect(view?.account.balanceBani).toBe(-5_000);
  const again = await restarted(device, server, { collections });
  await again.until('payments', { accountId }, (payments) => payments[0]?.id === submission.id);
  expect(await outstanding(again)).toEqual([3_400, 0]);
});

test('what this device took is off the invoice for its next payment, too', async () => {
  const { server, device } = await counter();
  server.goDown();
  await saved(device, cash({ amount: '84' }));
  expect(await device.api.savePayment(cash())).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'invoice-not-open' }],
  });
});

test('a card needs its reference; an amount must be one', async () => {
  const { device } = await counter();
  const codes = async (over: Partial<PaymentEntry>) =>
    (await device.api.checkPayment(cash(over))).findings.map(({ code }) => code);
  expect(await codes({ method: 'card', tendered: '' })).toEqual(['reference-missing']);
  expect(await codes({ method: 'card', terminalReference: '004711' })).toEqual([]);
  expect(await codes({ amount: 'cincizeci' })).toEqual(['amount-missing']);
  expect(await codes({ amount: '84,01' })).toEqual(['amount-above-outstanding']);
});

test('a journal that cannot write means not saved, and nothing is taken off', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const machine = new Machine();
  const { device } = await counter(machine);
  machine.journal.failNextFlush = new Error('broken');
  expect(await device.api.savePayment(cash())).toEqual({ outcome: 'not-saved', reason: 'journal-failed' });
  expect(await outstanding(device)).toEqual([4_200, 4_200]);
});

test.each([
  ['the invoice', 'the payment'],
  ['the payment', 'the invoice'],
])('nothing is counted twice or not at all when %s comes before %s', async (first) => {
  const { server, device } = await counter();
  const { id, receiptNumber } = await saved(device);
  const payment: Payment = {
    ...{
      id,
      accountId,
      amountBani: 5_000,
      method: 'cash',
      paidAt: '2026-11-26T08:00:00.000Z',
      receiptNumber,
    },
    reversedAt: null,
    allocations: [
      { invoiceId: 'invoice-2026-09', invoiceNumber: 'F-2026-09', amountBani: 4_200 },
      { invoiceId: 'invoice-2026-10', invoiceNumber: 'F-2026-10', amountBani: 800 },
    ],
  };
  const counted = { countedPayments: [id] };
  const invoices = [
    invoice('2026-10', { outstandingBani: 3_400, ...counted }),
    invoice('2026-09', { outstandingBani: 0, ...counted }),
  ];
  const seen: number[][] = [];
  await device.api.watch('invoices', { accountId }, (value) => {
    seen.push(value.map(({ outstandingBani }) => outstandingBani));
  });
  const steps = [() => server.put({ invoices }), () => server.put({ payments: [payment] })];
  const arrived = [
    () => device.until('invoices', { accountId }, ([newest]) => newest?.countedPayments.length === 1),
    () => device.until('payments', { accountId }, (payments) => payments.length === 1),
  ];
  for (const place of first === 'the invoice' ? [0, 1] : [1, 0]) {
    steps[place]?.();
    server.poke(['invoices', 'payments']);
    await arrived[place]?.();
  }
  await vi.waitFor(async () => expect(await outstanding(device)).toEqual([3_400, 0]));
  expect(seen.every((value) => JSON.stringify(value) === '[3400,0]')).toBe(true);
});

test('a payment taken back on the same day opens its invoices again; never twice, never without a reason', async () => {
  const { server, device } = await counter();
  server.goDown();
  const { id: paymentId } = await saved(device);
  expect(await device.api.reversePayment({ paymentId, note: ' ' })).toEqual({
    outcome: 'not-saved',
    reason: 'note-missing',
  });
  const note = 'sumă greșită';
  expect(await device.api.reversePayment({ paymentId, note })).toMatchObject({
    outcome: 'saved',
    submission: { kind: 'payment-reversal', amountBani: 5_000, accountId },
  });
  expect(await outstanding(device)).toEqual([4_200, 4_200]);
  const [payment] = await device.until('payments', { accountId });
  expect(payment).toMatchObject({ reversedAt: expect.any(String), reversal: { state: 'kept' } });
  expect(await device.api.reversePayment({ paymentId, note })).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'payment-reversed' }],
  });
});

test('a clerk takes nothing back of another day', async () => {
  const { device } = await counter();
  const { id: paymentId } = await saved(device);
  device.machine.clock.advance(24 * 60 * 60_000);
  expect(await device.api.reversePayment({ paymentId, note: 'sumă greșită' })).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'reversal-needs-supervisor', paidOn: '2026-11-26' }],
  });
});

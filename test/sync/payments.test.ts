import { beforeEach, expect, test } from 'vitest';
import type { CollectionName } from '../../shared/sync/collections';
import type { PaymentView } from '../../src-renderer/data/payment-api';
import type { TestDevice } from '../support/device';
import { officeAtWork } from '../support/office-at-work';
import { addDevice, petrosani, type WorldDevice } from '../support/world';

/* Every account owes 42,00 lei on one invoice of 84,00. */
const billing: CollectionName[] = ['policy', 'accounts', 'verdicts', 'invoices', 'payments'];

const office = officeAtWork({ now: '2026-11-26T08:00:00.000Z' });
let accountId: string;
beforeEach(async () => {
  await office.utility.database.pool.query('update accounts set balance_bani = 4200');
  accountId = office.account.id;
});

/** A counter with its network unplugged once it has pulled everything. */
async function counter(as: WorldDevice, userName: string, collections: CollectionName[]) {
  const place = await office.counter(as, userName, { collections });
  place.cable.plugged = false;
  return place;
}

async function pay(device: TestDevice) {
  const entry = { accountId, invoiceIds: [`invoice-${accountId}`], amount: '42,00', terminalReference: '' };
  const outcome = await device.api.savePayment({ ...entry, method: 'cash', tendered: '' });
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.submission;
}

const taken = (payments: PaymentView[]) => payments.filter(({ reversible }) => reversible);
const both = (device: TestDevice, satisfies: (payments: PaymentView[]) => boolean) =>
  device.until('payments', { accountId }, (payments) => satisfies(taken(payments)));

test('one invoice paid at two offline counters ends as one payment and one credit that both see', async () => {
  const second = await addDevice(office.utility.database, { surface: 'counter', offices: [petrosani] });
  const a = await counter(office.utility.world.counter, 'ana', [...billing, 'staff']);
  const b = await counter(second, 'mihai', billing);
  const early = await pay(a.device);
  b.device.machine.clock.advance(60_000);
  const late = await pay(b.device);
  await b.plug(); // whoever took the money later comes first
  await both(b.device, ([one]) => one?.submission?.state === 'received');
  await a.plug();
  for (const { device } of [a, b]) {
    const payments = await both(device, (seen) => {
      const allocated = seen.map(({ allocations }) => allocations.length);
      return seen.length === 2 && allocated[0] === 0 && allocated[1] === 1;
    });
    expect(taken(payments).map(({ id }) => id)).toEqual([late.id, early.id]);
    const [invoice] = await device.until('invoices', { accountId });
    expect(invoice?.outstandingBani).toBe(0);
    await device.until('account', { accountId }, (view) => view?.account.balanceBani === -4_200);
  }
  await both(b.device, (seen) =>
    seen.some(({ submission }) => submission?.findings[0]?.code === 'payment-credit'),
  );

  const reversed = await b.device.api.reversePayment({ paymentId: late.id, note: 'plătită de două ori' });
  expect(reversed).toMatchObject({ outcome: 'saved' });
  for (const { device } of [a, b]) {
    await both(device, (seen) => seen.some(({ id, reversedAt }) => id === late.id && reversedAt !== null));
    await device.until('account', { accountId }, (view) => view?.account.balanceBani === 0);
  }
});

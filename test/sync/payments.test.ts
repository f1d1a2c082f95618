import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CollectionName } from '../../shared/sync/collections';
import type { PaymentView } from '../../src-renderer/data/payment-api';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../support/world';

/* Every account owes 42,00 lei on one invoice of 84,00. */
const now = '2026-11-26T08:00:00.000Z';
const billing: CollectionName[] = ['policy', 'accounts', 'verdicts', 'invoices', 'payments'];

let utility: Utility;
let baseUrl: string;
let accountId: string;
const running: TestDevice[] = [];

beforeEach(async () => {
  utility = await startUtility({ now });
  await utility.database.pool.query('update accounts set balance_bani = 4200');
  baseUrl = await utility.app.listen({ host: '127.0.0.1', port: 0 });
  accountId = (utility.world.accounts[0] as WorldAccount).id;
});
afterEach(async () => {
  for (const device of running.splice(0)) await device.stop();
  await utility.close();
});

/** A counter with its network unplugged once it has pulled everything. */
async function counter(as: WorldDevice, userName: string, collections: CollectionName[]) {
  let plugged = true;
  const machine = new Machine(now);
  machine.enrolAs(as);
  const device = await startDevice({
    machine,
    baseUrl,
    collections,
    fetch: (...request) => (plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
  });
  running.push(device);
  await device.synced();
  expect(await device.api.signIn(userName, utility.world.password)).toMatchObject({ outcome: 'signed-in' });
  plugged = false;
  const plug = async (): Promise<void> => {
    plugged = true;
    await device.api.syncNow();
  };
  return { device, plug };
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
  const second = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  const a = await counter(utility.world.counter, 'ana', [...billing, 'staff']);
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

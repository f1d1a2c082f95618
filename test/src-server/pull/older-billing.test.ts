import { afterAll, beforeAll, expect, test } from 'vitest';
import { OlderBillingResponse } from '../../../shared/sync/older-billing';
import { routes } from '../../../shared/sync/routes';
import { recordEverything } from '../../../src-server/changes/record-all';
import { invoiceLines, invoices, paymentAllocations, payments } from '../../../src-server/db/schema/billing';
import { inTransaction } from '../../../src-server/db/transaction';
import { headersOf } from '../../support/device-client';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

/* On 2026-11-26 devices hold what is not older than 2026-05-01, and what is open. */
let utility: Utility;
let account: WorldAccount;
beforeAll(async () => {
  utility = await startUtility({ now: '2026-11-26T08:00:00.000Z' });
  [account] = utility.world.accounts as [WorldAccount];
  await billed('2025-03', { outstandingBani: 0 });
  await billed('2026-04', { outstandingBani: 0 });
  await billed('2024-12', { outstandingBani: 900 });
  await billed('2026-05', { outstandingBani: 0 });
  await paid('old', '2025-04-02T09:00:00.000Z', 'invoice-2025-03');
  await paid('older', '2024-12-30T09:00:00.000Z');
  await paid('recent', '2026-05-01T09:00:00.000Z');
  await paid('refused', '2025-01-03T09:00:00.000Z', null, false);
  await inTransaction(utility.database.db, recordEverything);
});
afterAll(() => utility.close());

async function billed(period: string, { outstandingBani }: { outstandingBani: number }): Promise<void> {
  const id = `invoice-${period}`;
  const dated = { issuedOn: `${period}-05`, dueOn: `${period}-20` };
  const row = { id, accountId: account.id, number: `F-${period}`, period, ...dated };
  await utility.database.db.insert(invoices).values({ ...row, totalBani: 900, outstandingBani });
  const line = { description: 'Apă potabilă', quantity: 1, unit: 'm³', unitPriceBani: 900, amountBani: 900 };
  await utility.database.db.insert(invoiceLines).values({ invoiceId: id, line: 1, ...line });
}

async function paid(
  id: string,
  paidAt: string,
  invoiceId: string | null = null,
  accepted = true,
): Promise<void> {
  const money = { accountId: account.id, amountBani: 900, method: 'cash', paidAt };
  await utility.database.db.insert(payments).values({ id, receiptNumber: id, accepted, ...money });
  if (invoiceId)
    await utility.database.db
      .insert(paymentAllocations)
      .values({ paymentId: id, invoiceId, amountBani: 900 });
}

const ask = ({ token }: WorldDevice, accountId = account.id) =>
  utility.app.inject({ url: routes.olderBilling(accountId), headers: headersOf(token) });

async function told(device: WorldDevice) {
  const reply = await ask(device);
  expect(reply.statusCode).toBe(200);
  return OlderBillingResponse.parse(reply.json());
}

test('a device is told what is too old to be held, newest first, whole as it would have been pulled', async () => {
  const older = await told(utility.world.counter);
  expect(older.invoices.map(({ id }) => id)).toEqual(['invoice-2026-04', 'invoice-2025-03']);
  expect(older.invoices[1]).toMatchObject({ number: 'F-2025-03', lines: [{ description: 'Apă potabilă' }] });
  expect(older.payments.map(({ id }) => id)).toEqual(['old', 'older']);
  expect(older.payments[0]?.allocations).toEqual([
    { invoiceId: 'invoice-2025-03', invoiceNumber: 'F-2025-03', amountBani: 900 },
  ]);
});

test('what is told and what is pulled are all there is, and nothing is in both', async () => {
  const older = await told(utility.world.counter);
  for (const collection of ['invoices', 'payments'] as const) {
    const { documents } = await utility.counter.pullAll(collection);
    const held = documents.filter((document) => 'accountId' in document && document.accountId === account.id);
    const all = [...held, ...older[collection]].map(({ id }) => id);
    const { rows } = await utility.database.pool.query<{ id: string }>(
      `select id from ${collection} where account_id = $1 ${collection === 'payments' ? 'and accepted' : ''}`,
      [account.id],
    );
    expect(all.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(older[collection].length).toBeGreaterThan(0);
  }
});

test('a kiosk of the office is told the same', async () => {
  const kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  const { serverTime: _, ...older } = await told(utility.world.counter);
  expect(await told(kiosk)).toMatchObject(older);
});

test('of another office’s account, and of none, nothing is told', async () => {
  const elsewhere = await addDevice(utility.database, { surface: 'counter', offices: [lupeni] });
  for (const reply of [await ask(elsewhere), await ask(utility.world.counter, 'nobody')]) {
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'not-found']);
  }
  const unnamed = await utility.app.inject({ url: routes.olderBilling(account.id) });
  expect(unnamed.statusCode).toBe(401);
});

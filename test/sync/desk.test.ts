import { expect, test } from 'vitest';
import type { CollectionName } from '../../shared/sync/collections';
import type { ContactEntry, RegistrationEntry } from '../../src-renderer/data/visit-api';
import { unregister } from '../../src-server/customers/administer';
import type { TestDevice } from '../support/device';
import { officeAtWork } from '../support/office-at-work';
import { addDevice, petrosani } from '../support/world';

/* What a clerk does for a customer and with the day's money, from a counter to the tables. */
const collections: CollectionName[] = ['policy', 'staff', 'accounts', 'verdicts', 'invoices', 'payments'];

const office = officeAtWork({ now: '2026-11-26T08:00:00.000Z' });
const { counter } = office;

async function codesOf(device: TestDevice): Promise<Pick<RegistrationEntry, 'clientCode' | 'internalCode'>> {
  const view = await device.until('account', { accountId: office.account.id });
  const { clientCode = '', internalCode = '' } = view?.account ?? {};
  return { clientCode, internalCode };
}

test('a registration made at an offline counter is received, and any counter tells by its number what it was', async () => {
  const { device, cable, plug } = await counter(office.utility.world.counter, 'ana', { collections });
  cable.plugged = false;
  const passwords = { password: 'parola1', passwordAgain: 'parola1' };
  const entry: RegistrationEntry = {
    ...(await codesOf(device)),
    ...{ email: 'ana.pop@exemplu.ro', phone: '0722 123 456', ...passwords },
    identityDocument: 'seen',
  };
  expect(await device.api.register({ ...entry, identityDocument: 'not-seen' })).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'identity-not-seen' }],
  });
  const kept = await device.api.register(entry);
  if (kept.outcome !== 'saved') throw new Error(JSON.stringify(kept));
  expect(kept.submission).toMatchObject({ kind: 'registration', state: 'kept', actorName: 'Ana Pop' });
  await plug();
  await device.until(
    'account',
    { accountId: office.account.id },
    (view) => view?.account.registered === true,
  );
  const second = await addDevice(office.utility.database, { surface: 'counter', offices: [petrosani] });
  const other = await counter(second, 'mihai', { collections: ['policy', 'accounts', 'verdicts'] });
  expect(await other.device.api.findReceipt(kept.submission.receiptNumber)).toMatchObject({
    outcome: 'found',
    receipt: { kind: 'registration', state: 'received', accountId: office.account.id },
  });
});

test('a registration that was ended is not waited for: the counter that made it may make another at once', async () => {
  const { device } = await counter(office.utility.world.counter, 'ana', { collections });
  const passwords = { password: 'parola1', passwordAgain: 'parola1' };
  const codes = await codesOf(device);
  const said = { email: 'ana.pop@exemplu.ro', phone: '0722 123 456', identityDocument: 'seen' } as const;
  const accountId = office.account.id;
  expect(await device.api.register({ ...codes, ...said, ...passwords })).toMatchObject({ outcome: 'saved' });
  await device.until('account', { accountId }, (view) => view?.account.registered === true);
  const by = { actor: 'system:test', now: '2026-11-26T08:01:00.000Z' };
  await unregister(office.utility.database.db, codes.clientCode, by);
  office.utility.database.announce();
  await device.until('account', { accountId }, (view) => view?.account.registered === false);
  await device.until('submissions', { show: 'today' }, ([made]) => made?.state === 'superseded');
  expect(await device.api.register({ ...codes, ...said, ...passwords })).toMatchObject({ outcome: 'saved' });
  await device.until('account', { accountId }, (view) => view?.account.registered === true);
});

test('another phone, changed after a document was seen, becomes the account’s', async () => {
  const { device } = await counter(office.utility.world.counter, 'ana', { collections });
  const change: ContactEntry = {
    ...{ accountId: office.account.id, phone: '0733 123 456', email: null, invoiceByEmail: null },
    identityDocument: 'seen',
  };
  expect(await device.api.changeContact(change)).toMatchObject({ outcome: 'saved' });
  await device.until(
    'account',
    { accountId: office.account.id },
    (view) => view?.account.contact.phone === '0733123456',
  );
});

test('a drawer that was opened, counted and closed is written down at the server with its difference', async () => {
  const { device } = await counter(office.utility.world.counter, 'ana', { collections });
  expect(await device.api.openDrawer('200')).toMatchObject({ outcome: 'saved' });
  const entry = { accountId: office.account.id, invoiceIds: [`invoice-${office.account.id}`], amount: '42' };
  const cash = { method: 'cash', tendered: '50', terminalReference: '' } as const;
  expect(await device.api.savePayment({ ...entry, ...cash })).toMatchObject({ outcome: 'saved' });
  await device.until('day', null, ({ waiting }) => waiting === 0);
  expect(await device.api.closeDay('241,50')).toMatchObject({ outcome: 'closed' });
  const { submissions } = await device.until('day', null, ({ waiting }) => waiting === 0);
  expect(submissions.map(({ kind, state }) => [kind, state])).toEqual([
    ['cash-drawer', 'received'],
    ['payment', 'received'],
    ['cash-drawer', 'received'],
  ]);
  const { rows } = await office.utility.database.pool.query<{ content: { payload: { drawer: unknown } } }>(
    `select content from submissions where content->'payload'->>'event' = 'day-closed'`,
  );
  expect(rows[0]?.content.payload.drawer).toEqual({
    openingBani: 20_000,
    takings: [{ method: 'cash', payments: 1, takenBani: 4_200, reversals: 0, givenBackBani: 0 }],
    countedBani: 24_150,
    differenceBani: -50,
  });
});

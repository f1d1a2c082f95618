import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { unregister } from '../../../src-server/customers/administer';
import { contactChangeOf, registrationOf } from '../../support/customer';
import type { PulledDocument } from '../../support/device-client';
import { type Rows, rowsOf } from '../../support/rows';
import { startUtility, type Utility } from '../../support/utility';
import { visitClient } from '../../support/visit-client';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

/* What counters are told of an address that waits for its link to be opened, and lobbies are not. */
const day = (number: number, time = '08:00') =>
  `2026-${number > 30 ? '12' : '11'}-${String(((number - 1) % 30) + 1).padStart(2, '0')}T${time}:00.000Z`;
const start = day(26);

let utility: Utility;
let kiosk: WorldDevice;
let accounts: WorldAccount[];
let rows: Rows;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 20, now: start });
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  rows = rowsOf(utility.database);
});
afterAll(() => utility.close());
beforeEach(() => utility.clock.set(start));

/** An account that has no address yet, as the two kinds of devices see it change. */
async function seenFromBoth() {
  const account = accounts.shift();
  if (!account) throw new Error('The test needs more accounts.');
  await rows('update accounts set email = null where id = $1', account.id);
  const watch = async (client: typeof utility.counter) => {
    let { checkpoint } = await client.pullAll('accounts');
    return async (): Promise<PulledDocument | undefined> => {
      const page = await client.pullAll('accounts', checkpoint);
      checkpoint = page.checkpoint;
      return page.documents.find(({ id }) => id === account.id);
    };
  };
  const [counter, lobby] = [await watch(utility.counter), await watch(utility.client(kiosk))];
  /** What the change log brings; undefined where it brings nothing. */
  const told = async () => {
    const [atCounter, atLobby] = [await counter(), await lobby()];
    expect(atLobby === undefined).toBe(atCounter === undefined);
    if (atLobby) {
      expect(atLobby.contact).toEqual({ phone: null, email: null, invoiceByEmail: false, unconfirmed: null });
      expect(JSON.stringify(atLobby)).not.toContain('@');
    }
    return atCounter?.contact as { email: string | null; unconfirmed: unknown } | undefined;
  };
  return { account, told };
}

const byClerk = (account: WorldAccount, capturedAt = start) => ({
  device: utility.world.counter,
  account,
  capturedAt,
  staffId: 'ana',
  identityDocument: 'seen' as const,
});
const register = async (account: WorldAccount, email: string) =>
  utility.counter.submitOne(await registrationOf(utility, byClerk(account), { email }));
const change = async (account: WorldAccount, secret: object, capturedAt = start) =>
  utility.counter.submitOne(await contactChangeOf(utility, byClerk(account, capturedAt), secret));
const openLink = async ({ id }: WorldAccount) => {
  const mails = await rows('select body from mail_outbox where account_id = $1 order by made_at, ctid', id);
  const url = /\/confirm\/[\w-]+/.exec(String(mails.at(-1)?.body))?.[0] ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await utility.app.inject({ method: 'POST', url, payload: '', headers })).statusCode).toBe(200);
};
const waiting = (email: string, linkEndsAt = day(33)) => ({ email, linkEndsAt });

test('of a clerk’s registration a counter sees the address until its link was opened', async () => {
  const { account, told } = await seenFromBoth();
  expect(await register(account, ' Altul@posta.example ')).toMatchObject({ outcome: 'accepted' });
  expect(await told()).toMatchObject({ email: null, unconfirmed: waiting('Altul@posta.example') });
  await openLink(account);
  expect(await told()).toMatchObject({ email: 'Altul@posta.example', unconfirmed: null });
  expect(await told()).toBeUndefined();
});

test('another address takes its place, and the one in use calls it off', async () => {
  const { account, told } = await seenFromBoth();
  await register(account, 'ana@posta.example');
  await openLink(account);
  await told();
  await change(account, { email: 'gresita@posta.example' });
  utility.clock.set(day(27));
  await change(account, { email: 'alta@posta.example' }, day(27));
  const next = { email: 'ana@posta.example', unconfirmed: waiting('alta@posta.example', day(34)) };
  expect(await told()).toMatchObject(next);
  utility.clock.set(day(27, '09:00'));
  await change(account, { email: 'ANA@posta.example' }, day(27, '09:00'));
  expect(await told()).toMatchObject({ email: 'ana@posta.example', unconfirmed: null });
});

test('a change that was written before another one and arrives after it leaves what waits as it is', async () => {
  const { account, told } = await seenFromBoth();
  await change(account, { email: 'noua@posta.example' }, day(26, '07:30'));
  await told();
  expect(await change(account, { email: 'veche@posta.example' }, day(26, '07:00'))).toMatchObject({
    outcome: 'accepted',
  });
  expect(await told()).toBeUndefined();
});

test('nothing waits after an account was unregistered', async () => {
  const { account, told } = await seenFromBoth();
  await register(account, 'ana@posta.example');
  await told();
  const clientCode = (await rows('select client_code from accounts where id = $1', account.id))[0]
    ?.client_code;
  await unregister(utility.database.db, String(clientCode), { actor: 'system:test', now: start });
  expect(await told()).toMatchObject({ unconfirmed: null });
});

test('a link that ended unopened changes nothing by itself; a sign-in that sends another is told', async () => {
  const { account, told } = await seenFromBoth();
  await register(account, 'tarzie@posta.example');
  await told();
  utility.clock.set(day(36));
  expect(await told()).toBeUndefined();
  const { body } = await visitClient(utility, kiosk).signIn('tarzie@posta.example');
  expect(body).toMatchObject({ code: 'email-not-confirmed' });
  expect(await told()).toMatchObject({ unconfirmed: waiting('tarzie@posta.example', day(43)) });
});

test('invoices by e-mail may be asked for while an address waits, and begin when its link is opened', async () => {
  const { account, told } = await seenFromBoth();
  const ask = (capturedAt: string) => change(account, { invoiceByEmail: true }, capturedAt);
  const refused = { outcome: 'refused', findings: [{ code: 'invoices-need-email' }] };
  expect(await ask(day(26, '07:00'))).toMatchObject(refused);
  await register(account, 'ana@posta.example');
  expect(await ask(start)).toMatchObject({ outcome: 'accepted', findings: [] });
  expect(await told()).toMatchObject({ email: null, invoiceByEmail: true });
  await openLink(account);
  expect(await told()).toMatchObject({ email: 'ana@posta.example', invoiceByEmail: true });
});

test('a form is judged by the moment it was written, however late it arrives', async () => {
  const { account } = await seenFromBoth();
  await register(account, 'ana@posta.example');
  utility.clock.set(day(36));
  expect(await change(account, { invoiceByEmail: true }, day(32))).toMatchObject({ outcome: 'accepted' });
  expect(await change(account, { invoiceByEmail: true }, day(33))).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'invoices-need-email' }],
  });
});

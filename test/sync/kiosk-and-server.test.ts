import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RegistrationEntry, VisitView } from '../../src-renderer/data/visit-api';
import { readTokenKey } from '../../src-server/db/server-state';
import { codeHintKey, internalCodeHint } from '../../src-server/devices/secrets';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, type WorldAccount } from '../support/world';

const now = '2026-11-26T08:00:00.000Z';

let utility: Utility;
let account: WorldAccount;
let codes: { clientCode: string; internalCode: string };
let registration: RegistrationEntry;
let machine: Machine;
let device: TestDevice;
let plugged: boolean;

beforeEach(async () => {
  utility = await startUtility({ now });
  account = utility.world.accounts[0] as WorldAccount;
  const { id, internalCode } = account;
  codes = { clientCode: id.slice('account-'.length).slice(-15), internalCode };
  const passwords = { password: 'parola-mea', passwordAgain: 'parola-mea' };
  const contact = { email: 'Stefan@exemplu.ro', phone: '0733 123 456' };
  registration = { ...codes, ...contact, ...passwords, identityDocument: null };
  machine = new Machine(now);
  machine.enrolAs(await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] }));
  plugged = true;
  device = await startDevice({
    machine,
    baseUrl: await utility.app.listen({ host: '127.0.0.1', port: 0 }),
    fetch: (...request) => (plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
  });
  await device.synced();
});
afterEach(async () => {
  await device.stop();
  await utility.close();
});

async function plug(): Promise<void> {
  plugged = true;
  await device.api.syncNow();
}

const visiting = (satisfies: (visit: VisitView) => boolean) =>
  device.until('visit', null, (visit) => visit !== null && satisfies(visit));

const isRegistered = () =>
  device.until('account', { accountId: account.id }, (view) => view?.account.registered === true);

/** Another internal code that this kiosk's twelve bits cannot tell from the account's. */
async function sameHint(): Promise<string> {
  const key = codeHintKey(await readTokenKey(utility.database.db));
  const hint = internalCodeHint(key, codes.internalCode);
  const numbers = Array.from({ length: 100_000 }, (_, number) => `9${number}`);
  const found = numbers.find((code) => internalCodeHint(key, code) === hint);
  if (!found) throw new Error('there is one in 4,096');
  return found;
}

test('online it is the server that knows whose the codes are', async () => {
  expect(await device.api.identify({ ...codes, internalCode: await sameHint() })).toEqual({
    outcome: 'wrong',
  });
  expect(await device.api.identify(codes)).toEqual({
    outcome: 'identified',
    accountId: account.id,
    checkedBy: 'server',
  });
});

test('what the twelve bits let pass wrongly the server refuses, and the next visit tells', async () => {
  const guessed = { ...codes, internalCode: await sameHint() };
  plugged = false;
  expect(await device.api.identify(guessed)).toMatchObject({ outcome: 'identified', checkedBy: 'device' });
  const { id: accountId, meterId, lastIndex } = account;
  const saved = await device.api.saveReading({ accountId, meterId, entry: String(lastIndex + 11) }, []);
  expect(saved).toMatchObject({ outcome: 'saved' });
  expect(await device.api.register({ ...registration, ...guessed })).toMatchObject({ outcome: 'saved' });
  await device.api.endVisit();
  await plug();
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  await device.api.identify(codes);
  const visit = await visiting(({ notices }) => notices.length === 2);
  for (const notice of visit?.notices ?? [])
    expect(notice).toMatchObject({ state: 'refused', findings: [{ code: 'codes-mismatch' }] });
});

test('a registration made offline gives a login: it signs in, changes the phone and the password', async () => {
  plugged = false;
  expect(await device.api.register(registration)).toMatchObject({ outcome: 'saved' });
  await plug();
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  await device.api.identify(codes);
  await isRegistered();
  expect(await device.api.register({ ...registration, email: 'alta@exemplu.ro' })).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'already-registered' }],
  });
  const credentials = { email: 'stefan@exemplu.ro', password: 'parola-mea' };
  expect(await device.api.signInCustomer(credentials)).toEqual({ outcome: 'email-not-confirmed' });
  await utility.database.pool.query('update customer_logins set email_confirmed_at = $1', [now]);
  expect(await device.api.signInCustomer(credentials)).toEqual({
    outcome: 'signed-in',
    accountIds: [account.id],
  });
  const { profile } = (await visiting(({ shownBy }) => shownBy === 'password')) ?? {};
  expect(profile).toMatchObject({ holderName: account.holderName, phone: '0733123456' });
  const change = { accountId: account.id, phone: '0744 000 111', email: null, invoiceByEmail: true };
  const changed = await device.api.changeContact({ ...change, identityDocument: null });
  expect(changed).toMatchObject({ outcome: 'saved' });
  await visiting((visit) => visit.profile?.phone === '0744000111' && visit.profile.invoiceByEmail);
  const passwords = { oldPassword: 'parola-mea', password: 'parola nouă', passwordAgain: 'parola nouă' };
  expect(await device.api.changePassword({ ...passwords, oldPassword: 'alta' })).toEqual({
    outcome: 'wrong',
  });
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'changed' });
  await device.api.endVisit();
  expect(await device.api.signInCustomer({ ...credentials, password: 'parola nouă' })).toMatchObject({
    outcome: 'signed-in',
  });
});

test('what was saved in a visit by sign-in is accepted, also when it arrives after the visit has ended', async () => {
  await device.api.register(registration);
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  await utility.database.pool.query('update customer_logins set email_confirmed_at = $1', [now]);
  await device.api.signInCustomer({ email: 'stefan@exemplu.ro', password: 'parola-mea' });
  plugged = false;
  const { id: accountId, meterId, lastIndex } = account;
  await device.api.saveReading({ accountId, meterId, entry: String(lastIndex + 11) }, []);
  plugged = true;
  await device.api.endVisit();
  await plug();
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  await device.api.identify(codes);
  const view = await device.until('account', { accountId }, (seen) => seen !== null);
  expect(view?.meters[0]?.currentSubmission).toMatchObject({ state: 'received', index: lastIndex + 11 });
});

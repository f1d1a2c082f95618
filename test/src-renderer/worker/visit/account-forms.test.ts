import { expect, test, vi } from 'vitest';
import type { ContactEntry } from '../../../../src-renderer/data/visit-api';
import { counterAtWork, saveIndex, smallUtility } from '../../../support/counter';
import { accountDocument, verdictOn } from '../../../support/documents';
import {
  kioskAtWork,
  kioskUtility,
  profileOf,
  registrationEntry,
  signedInAt,
  token,
  visitedBy,
} from '../../../support/kiosk';
import { ScriptedProblem } from '../../../support/scripted-server';

const change = (over: Partial<ContactEntry> = {}): ContactEntry => ({
  accountId: 'account-1',
  phone: '0733 999 888',
  email: null,
  invoiceByEmail: null,
  identityDocument: null,
  ...over,
});
const passwords = { oldPassword: 'parola-mea', password: 'parola-nouă', passwordAgain: 'parola-nouă' };
const notSignedIn = { outcome: 'not-saved', reason: 'not-signed-in' };
const passwordPath = 'POST /sync/customer/password';

test('e-mail and password open every account of theirs, with their own data', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  expect(await device.until('visit', null, (visit) => visit !== null)).toEqual({
    accountId: 'account-1',
    shownBy: 'password',
    signIn: 'open',
    accountIds: ['account-1', 'account-2'],
    profile: profileOf(1),
    notices: [],
  });
  await device.api.chooseAccount('account-2');
  const chosen = await device.until('visit', null, (visit) => visit?.accountId === 'account-2');
  expect(chosen?.profile).toEqual(profileOf(2));
  await device.api.chooseAccount('account-99');
  expect((await device.until('visit', null))?.accountId).toBe('account-2');
});

test.each([
  ['wrong-credentials', { outcome: 'wrong' }],
  ['bad-request', { outcome: 'wrong' }],
  ['email-not-confirmed', { outcome: 'email-not-confirmed' }],
  ['too-fast', { outcome: 'locked', retryAfterMs: 30_000 }],
  ['server-trouble', { outcome: 'offline' }],
] as const)('a sign-in that the server answers by %s is %o', async (code, outcome) => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  const status = code === 'too-fast' ? 429 : code === 'server-trouble' ? 503 : 401;
  server.replies.set('POST /sync/customer/sign-in', () => new ScriptedProblem(code, status, 30_000));
  expect(await device.api.signInCustomer({ email: 'a@b.ro', password: 'x' })).toEqual(outcome);
  expect(await device.until('visit', null)).toBeNull();
});

test('a sign-in without the server or without a word typed is said to be so', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  expect(await device.api.signInCustomer({ email: ' ', password: '' })).toEqual({ outcome: 'wrong' });
  server.goDown();
  expect(await device.api.signInCustomer({ email: 'a@b.ro', password: 'x' })).toEqual({ outcome: 'offline' });
});

test('with the end of a visit its tokens end too, also those of a visit that another one follows', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  const ended: unknown[] = [];
  server.replies.set('POST /sync/customer/sign-out', (body) => {
    ended.push(body);
    return {};
  });
  await signedInAt(server, device);
  await visitedBy(device, 2);
  const tokens = [`${token}-1`, `${token}-2`];
  await vi.waitFor(() => expect(ended).toEqual([{ tokens }]));
  await signedInAt(server, device);
  await device.api.endVisit();
  expect(await device.until('visit', null)).toBeNull();
  await vi.waitFor(() => expect(ended).toEqual([{ tokens }, { tokens }]));
  await visitedBy(device);
  await device.api.endVisit();
  expect(ended).toHaveLength(2);
});

test('a visit ends here at once, whether or not the server can be told', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  server.goDown();
  await device.api.endVisit();
  expect(await device.until('visit', null)).toBeNull();
  vi.restoreAllMocks();
});

test('a customer who signed in changes the phone: sealed, proven by the session, and shown once accepted', async () => {
  const { server, opened } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  expect(await device.api.changeContact(change())).toMatchObject({
    outcome: 'saved',
    submission: { kind: 'contact-change', accountId: 'account-1' },
  });
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const [sent] = server.received.flat();
  if (!sent) throw new Error('nothing was sent');
  expect(await opened(sent.payload.sealed)).toEqual({
    submissionId: sent.id,
    proof: { kind: 'session', token: `${token}-1` },
    phone: '0733999888',
  });
  server.replies.set('POST /sync/customer/profile', (body) => {
    expect(body).toEqual({ token: `${token}-1` });
    return { profile: profileOf(1, { phone: '0733999888' }), endsAt: '2026-11-26T08:15:00.000Z' };
  });
  server.put({ verdicts: [verdictOn(sent, { accountId: 'account-1' })] });
  await device.until('visit', null, (visit) => visit?.profile?.phone === '0733999888');
});

test('codes alone change nothing of an account, nor does a session that has ended', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  expect(await device.api.changeContact(change())).toEqual(notSignedIn);
  await visitedBy(device);
  expect(await device.api.changeContact(change())).toEqual(notSignedIn);
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'visit-over' });
  await signedInAt(server, device);
  device.machine.clock.advance(15 * 60_000);
  expect(await saveIndex(device, 1, 1250)).toEqual(notSignedIn);
  expect(await device.api.changeContact(change())).toEqual(notSignedIn);
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'visit-over' });
  expect(server.received).toEqual([]);
});

test('what stands against a change is said while it is typed', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  const check = (over: Partial<ContactEntry>) => device.api.checkContactChange(change(over));
  expect(await check({ phone: null })).toEqual([{ code: 'nothing-changed' }]);
  expect(await check({ phone: '0722', email: 'a@' })).toEqual([
    { code: 'phone-malformed' },
    { code: 'email-malformed' },
  ]);
  expect(await check({ phone: null, invoiceByEmail: true })).toEqual([]);
  expect(await device.api.changeContact(change({ phone: '' }))).toMatchObject({ outcome: 'blocked' });
});

test('at a counter a clerk who has seen a document changes it, with no other proof', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  expect(await device.api.checkContactChange(change())).toEqual([{ code: 'identity-not-seen' }]);
  const invoices = change({ phone: null, invoiceByEmail: true, identityDocument: 'seen' });
  expect(await device.api.checkContactChange(invoices)).toEqual([{ code: 'invoices-need-email' }]);
  expect(await device.api.changeContact(change({ identityDocument: 'seen' }))).toMatchObject({
    outcome: 'saved',
    submission: { actorName: 'Ana Pop' },
  });
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  expect(server.received.flat()[0]).toMatchObject({
    onBehalfOf: 'account-1',
    payload: { accountId: 'account-1', identityDocument: 'seen' },
  });
  expect(
    await device.api.changeContact(change({ accountId: 'account-9', identityDocument: 'seen' })),
  ).toEqual({ outcome: 'not-saved', reason: 'account-gone' });
  await device.api.signOut();
  expect(await device.api.changeContact(change({ identityDocument: 'seen' }))).toEqual(notSignedIn);
});

test('at a counter the invoice goes to an address that waits for its link, or that a registration made here gives', async () => {
  const server = smallUtility();
  const unconfirmed = { email: 'altul@posta.example', linkEndsAt: '2027-01-01T00:00:00.000Z' };
  const awaiting = accountDocument(1);
  server.put({ accounts: [{ ...awaiting, contact: { ...awaiting.contact, unconfirmed } }] });
  const device = await counterAtWork(server);
  const asked = { phone: null, invoiceByEmail: true, identityDocument: 'seen' } as const;
  const check = (accountId: string) => device.api.checkContactChange(change({ ...asked, accountId }));
  expect(await check('account-1')).toEqual([]);
  expect(await check('account-2')).toEqual([{ code: 'invoices-need-email' }]);
  server.goDown();
  const { clientCode, internalCode } = accountDocument(2);
  const entry = registrationEntry({ clientCode, internalCode, identityDocument: 'seen' });
  expect(await device.api.register(entry)).toMatchObject({ outcome: 'saved' });
  expect(await check('account-2')).toEqual([]);
});

test('a password is changed by the server, which asks for the old one', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  expect(await device.api.changePassword({ ...passwords, oldPassword: '', passwordAgain: 'a' })).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'field-missing', field: 'oldPassword' }, { code: 'passwords-differ' }],
  });
  const asked = vi.fn<(body: unknown) => object>(() => ({ endsAt: '2026-11-26T08:20:00.000Z' }));
  server.replies.set(passwordPath, asked);
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'changed' });
  expect(asked).toHaveBeenCalledWith({
    token: `${token}-1`,
    oldPassword: 'parola-mea',
    newPassword: 'parola-nouă'.normalize('NFC'),
  });
});

test('why a password was not changed is said, and a session that the server has ended is over here too', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  const answers = (problem: ScriptedProblem) => server.replies.set(passwordPath, () => problem);
  answers(new ScriptedProblem('wrong-credentials'));
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'wrong' });
  answers(new ScriptedProblem('too-fast', 429, 9_000));
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'locked', retryAfterMs: 9_000 });
  answers(new ScriptedProblem('server-trouble', 503));
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'offline' });
  answers(new ScriptedProblem('visit-over'));
  expect(await device.api.changePassword(passwords)).toEqual({ outcome: 'visit-over' });
  expect(await device.api.changeContact(change())).toEqual(notSignedIn);
});

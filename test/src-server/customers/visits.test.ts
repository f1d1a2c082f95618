import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CustomerSignInResponse } from '../../../shared/sync/customer';
import { buildApp } from '../../../src-server/app';
import { clientCodeOf, contactChangeOf, customerReading, registrationOf } from '../../support/customer';
import { type Rows, rowsOf } from '../../support/rows';
import { startUtility, type Utility } from '../../support/utility';
import { visitClient } from '../../support/visit-client';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const start = Date.parse('2026-11-26T08:00:00.000Z');
const minute = 60_000;

let utility: Utility;
let accounts: WorldAccount[];
let rows: Rows;
let passedMs = 0;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 40 });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  rows = rowsOf(utility.database);
});
afterAll(() => utility.close());

let kiosk: WorldDevice;
let visit: ReturnType<typeof visitClient>;
beforeEach(async () => {
  kiosk = await newKiosk();
  visit = visitClient(utility, kiosk);
});
afterEach(() => later(60 * minute));

const newKiosk = () => addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
const later = (ms: number) => {
  passedMs += ms;
  utility.clock.set(new Date(start + passedMs).toISOString());
};
const inFuture = (ms: number) => new Date(start + passedMs + ms).toISOString();
const nextAccount = (): WorldAccount => {
  const account = accounts.shift();
  if (!account) throw new Error('The test needs more accounts.');
  return account;
};

/** A registered customer, whose link was opened or not. */
async function registered(email: string, { confirmed = true } = {}): Promise<WorldAccount> {
  const account = nextAccount();
  const made = { device: kiosk, account, capturedAt: utility.clock.now() };
  await utility.client(kiosk).submitOne(await registrationOf(utility, made, { email }));
  if (confirmed)
    await rows('update customer_logins set email_confirmed_at = now() where account_id = $1', account.id);
  return account;
}
const sessionsOf = async (email: string, password?: string) =>
  CustomerSignInResponse.parse((await visit.signIn(email, password)).body).sessions;
const tokenOf = async (email: string) => (await sessionsOf(email))[0]?.token ?? '';

test('both codes of one account open it, and nothing tells which of two was wrong', async () => {
  const [account, other] = [nextAccount(), nextAccount()];
  expect((await visit.identify(account)).body).toMatchObject({ accountId: account.id });
  const wrong = await visit.identify(account, other.internalCode);
  later(minute);
  const unknown = await visit.identifyAs('nobody', account.internalCode);
  expect(wrong.status).toBe(403);
  expect(wrong.body).toEqual(unknown.body);
  expect(wrong.body).toMatchObject({ code: 'wrong-credentials' });
});

test("an account of another office is nobody's here, and a counter is told that this is not for it", async () => {
  const elsewhere = utility.world.accounts.find(({ officeId }) => officeId === lupeni.id) as WorldAccount;
  expect((await visit.identify(elsewhere)).body).toMatchObject({ code: 'wrong-credentials' });
  const counter = visitClient(utility, utility.world.counter);
  expect((await counter.identify(nextAccount())).body).toMatchObject({ code: 'not-found' });
  expect((await counter.signIn('ana@exemplu.ro')).body).toMatchObject({ code: 'not-found' });
});

test('a code with a sign that no code has is wrong, nothing worse', async () => {
  expect((await visit.identifyAs('12\u000034', '1\u0000')).body).toMatchObject({ code: 'wrong-credentials' });
  expect((await visit.signIn('a\u0000@b.ro', 'x')).body).toMatchObject({ code: 'wrong-credentials' });
});

test('wrong tries slow down, then lock for the minutes of the policy, the right codes too', async () => {
  const account = nextAccount();
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    const { body } = await visit.identify(account, 'wrong');
    if (body.code !== 'too-fast') continue;
    waits.push(body.retryAfterMs);
    if (waits.length < 3) later(body.retryAfterMs);
  }
  expect(waits).toEqual([2_000, 4_000, 15 * minute]);
  const locked = await visit.identify(account);
  expect(locked.body).toMatchObject({ code: 'too-fast', retryAfterMs: 15 * minute });
  expect(locked.headers['retry-after']).toBe('900');
  later(15 * minute);
  expect((await visit.identify(account)).status).toBe(200);
});

test('a client code that is locked is locked at every kiosk and in every process', async () => {
  const account = nextAccount();
  for (const device of [kiosk, await newKiosk(), await newKiosk()]) {
    for (let tries = 0; tries < 2; tries += 1) {
      later(4_000);
      await visitClient(utility, device).identify(account, 'wrong');
    }
  }
  const app = await buildApp({ database: utility.database, clock: utility.clock });
  try {
    const fresh = visitClient({ app }, await newKiosk());
    expect((await fresh.identify(account)).body).toMatchObject({ code: 'too-fast' });
  } finally {
    await app.close();
  }
});

test('tries that are sent together all count', async () => {
  const account = nextAccount();
  const replies = await Promise.all(Array.from({ length: 12 }, () => visit.identify(account, 'wrong')));
  expect(replies.filter(({ body }) => body.code === 'wrong-credentials')).toHaveLength(3);
  expect(replies.filter(({ body }) => body.code === 'too-fast')).toHaveLength(9);
});

/** Wrong codes of people whom nobody knows: each of them tried once. */
async function guessAround(guesses: number): Promise<void> {
  for (let guess = 0; guess < guesses; guess += 1)
    await visit.identifyAs(`${kiosk.id}-${guess}`.slice(-16), 'wrong');
}

test('a queue of people who mistype shuts the kiosk to nobody', async () => {
  await guessAround(19);
  expect((await visit.identify(nextAccount())).status).toBe(200);
});

test("a device is locked for guessing around, and one's own right codes in between forgive nothing of that", async () => {
  const own = nextAccount();
  const victims = accounts.splice(0, 5);
  for (let rounds = 0; rounds < 4; rounds += 1) {
    for (const victim of victims) await visit.identify(victim, `wrong-${rounds}`);
    later(20_000);
    await visit.identify(own);
  }
  const locked = await visit.identify(own);
  expect(locked.body).toMatchObject({ code: 'too-fast', retryAfterMs: 15 * minute - 20_000 });
  expect((await visitClient(utility, await newKiosk()).identify(own)).status).toBe(200);
});

test('what was typed is told by no line of the audit', async () => {
  const account = nextAccount();
  await visit.identify(account, 'wrong');
  await visit.identify(account);
  await visit.signIn('Cineva.Anume@exemplu.ro');
  const kept = JSON.stringify(
    await rows(`select * from audit where action like 'customer-%' and device_id = $1`, kiosk.id),
  );
  expect(kept).toContain('customer-known');
  for (const typed of [clientCodeOf(account), 'cineva.anume', 'wrong']) expect(kept).not.toContain(typed);
});

test('who mistypes and then gets it right is forgiven', async () => {
  for (let visitors = 0; visitors < 4; visitors += 1) {
    const account = nextAccount();
    for (const code of ['wrong', 'wrong', account.internalCode]) {
      const { body } = await visit.identify(account, code);
      expect(body.code).not.toBe('too-fast');
    }
  }
});

test('e-mail and password open every account that was registered with them', async () => {
  const [first, second] = [await registered('ana@exemplu.ro'), await registered('ana@exemplu.ro')];
  const sessions = await sessionsOf(' ANA@exemplu.ro ');
  expect(sessions.map(({ profile }) => profile.accountId)).toEqual([first.id, second.id]);
  expect(sessions[0]?.profile).toMatchObject({
    clientCode: clientCodeOf(first),
    holderName: first.holderName,
    phone: '0722123456',
    loginEmail: 'ana@exemplu.ro',
    invoiceByEmail: false,
  });
  const stored = JSON.stringify(await rows('select * from customer_sessions'));
  for (const { token } of sessions) expect(stored).not.toContain(token);
});

test('an unknown address and a wrong password are answered alike', async () => {
  await registered('bob@exemplu.ro');
  const [wrong, unknown] = [
    await visit.signIn('bob@exemplu.ro', 'altceva'),
    await visit.signIn('nimeni@x.ro'),
  ];
  expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
  expect(wrong.body).toMatchObject({ code: 'wrong-credentials' });
});

test('who has not opened the link is told so when the password was right, and gets it again once an hour', async () => {
  const account = await registered('lent@exemplu.ro', { confirmed: false });
  const mails = () => rows('select id from mail_outbox where account_id = $1', account.id);
  expect((await visit.signIn('lent@exemplu.ro', 'altceva')).body).toMatchObject({
    code: 'wrong-credentials',
  });
  expect((await visit.signIn('lent@exemplu.ro')).body).toMatchObject({ code: 'email-not-confirmed' });
  expect(await mails()).toHaveLength(1);
  later(61 * minute);
  await visit.signIn('lent@exemplu.ro');
  await visit.signIn('lent@exemplu.ro');
  expect(await mails()).toHaveLength(2);
});

test('a session ends a quarter of an hour after its last use, or with the visit, and opens nothing at another device', async () => {
  await registered('scurt@exemplu.ro');
  const token = await tokenOf('scurt@exemplu.ro');
  expect((await visit.profile(token)).status).toBe(200);
  const elsewhere = visitClient(utility, await newKiosk());
  expect((await elsewhere.profile(token)).body).toMatchObject({ code: 'visit-over' });
  await elsewhere.signOut(token);
  later(14 * minute);
  expect((await visit.profile(token)).body).toMatchObject({ endsAt: inFuture(15 * minute) });
  later(14 * minute);
  expect((await visit.profile(token)).status).toBe(200);
  later(15 * minute);
  expect((await visit.profile(token)).body).toMatchObject({ code: 'visit-over' });
  const again = await tokenOf('scurt@exemplu.ro');
  await visit.signOut(again);
  expect((await visit.profile(again)).body).toMatchObject({ code: 'visit-over' });
});

test('who goes on using the kiosk is kept signed in, for three hours at most', async () => {
  const account = await registered('lung@exemplu.ro');
  const token = await tokenOf('lung@exemplu.ro');
  const renewed = async () => (await visit.renew(token)).body.sessions;
  for (let times = 0; times < 11; times += 1) {
    later(15 * minute - 1);
    expect(await renewed()).toEqual([{ accountId: account.id, endsAt: inFuture(15 * minute) }]);
  }
  later(14 * minute + 11);
  expect(await renewed()).toEqual([{ accountId: account.id, endsAt: inFuture(minute) }]);
  later(minute);
  expect(await renewed()).toEqual([]);
  expect((await visit.profile(token)).body).toMatchObject({ code: 'visit-over' });
});

test('what is over, signed out, unknown or of another device is not renewed, and the rest is', async () => {
  await registered('mai-multe@exemplu.ro');
  const [over, out] = [await tokenOf('mai-multe@exemplu.ro'), await tokenOf('mai-multe@exemplu.ro')];
  await visit.signOut(out);
  later(15 * minute);
  const account = await registered('al-meu@exemplu.ro');
  const token = await tokenOf('al-meu@exemplu.ro');
  const elsewhere = visitClient(utility, await newKiosk());
  expect((await elsewhere.renew(token)).body).toMatchObject({ sessions: [] });
  const { sessions } = (await visit.renew(over, out, 'no-token-at-all', token)).body;
  expect(sessions).toEqual([{ accountId: account.id, endsAt: inFuture(15 * minute) }]);
  expect((await visit.profile(over)).body).toMatchObject({ code: 'visit-over' });
});

test('a change of password is a use too, also one that was refused', async () => {
  await registered('folosit@exemplu.ro');
  const token = await tokenOf('folosit@exemplu.ro');
  later(10 * minute);
  await visit.changePassword(token, 'gresita', 'parola-nouă');
  later(10 * minute);
  const changed = await visit.changePassword(token, 'apa-rece', 'parola-nouă');
  expect(changed.body).toMatchObject({ endsAt: inFuture(15 * minute) });
  later(10 * minute);
  expect((await visit.profile(token)).status).toBe(200);
});

test('the profile shows what was changed, and the address that waits for its link', async () => {
  const account = await registered('vechi@exemplu.ro');
  const token = await tokenOf('vechi@exemplu.ro');
  const made = { device: kiosk, account, capturedAt: utility.clock.now() };
  const proof = { kind: 'session', token };
  const secret = { proof, phone: '0744555666', email: 'nou@exemplu.ro', invoiceByEmail: true };
  const change = await contactChangeOf(utility, made, secret);
  expect(await utility.client(kiosk).submitOne(change)).toMatchObject({ outcome: 'accepted' });
  expect((await visit.profile(token)).body.profile).toMatchObject({
    phone: '0744555666',
    loginEmail: 'vechi@exemplu.ro',
    unconfirmedEmail: 'nou@exemplu.ro',
    invoiceByEmail: true,
  });
});

test('the password changes with the old one, for all accounts it opened, and ends what was signed in elsewhere', async () => {
  const own = [await registered('doi@exemplu.ro'), await registered('doi@exemplu.ro')].map(({ id }) => id);
  const elsewhere = visitClient(utility, await newKiosk());
  const other = CustomerSignInResponse.parse((await elsewhere.signIn('doi@exemplu.ro')).body).sessions;
  later(minute);
  const [first = '', second = ''] = (await sessionsOf('doi@exemplu.ro')).map(({ token }) => token);
  const change = (oldPassword: string, password: string) =>
    visit.changePassword(first, oldPassword, password);
  expect((await change('gresita', 'parola-nouă')).body).toMatchObject({ code: 'wrong-credentials' });
  expect((await change('apa-rece', 'abcde')).status).toBe(400);
  expect((await change('apa-rece', 'parola-nouă')).status).toBe(200);
  expect((await visit.profile(second)).status).toBe(200);
  expect((await elsewhere.profile(other[0]?.token ?? '')).body).toMatchObject({ code: 'visit-over' });
  expect((await visit.signIn('doi@exemplu.ro')).body).toMatchObject({ code: 'wrong-credentials' });
  expect(await sessionsOf('doi@exemplu.ro', 'parola-nouă')).toHaveLength(2);
  const audited = `select id from audit where action = 'customer-password-changed' and subject = any($1)`;
  expect(await rows(audited, own)).toHaveLength(2);
});

test('the old password is not guessed at a kiosk that somebody left signed in', async () => {
  await registered('plecat@exemplu.ro');
  const token = await tokenOf('plecat@exemplu.ro');
  for (let tries = 0; tries < 5; tries += 1) {
    later(4_000);
    await visit.changePassword(token, 'gresita', 'parola-nouă');
  }
  expect((await visit.changePassword(token, 'apa-rece', 'parola-nouă')).body).toMatchObject({
    code: 'too-fast',
  });
});

test('any counter finds out what a receipt number stands for; a kiosk does not', async () => {
  const made = { device: kiosk, account: nextAccount(), index: 240, capturedAt: utility.clock.now() };
  const reading = await customerReading(utility, made);
  await utility.client(kiosk).submitOne(reading);
  const [kept] = await rows('select receipt_number as number from submissions where id = $1', reading.id);
  const number = String(kept?.number);
  const { receipt } = await visitClient(utility, utility.world.counter).receipt(number);
  expect(receipt).toEqual({
    receiptNumber: number,
    id: reading.id,
    kind: 'reading',
    accountId: made.account.id,
    capturedAt: made.capturedAt,
    outcome: 'accepted',
    findings: [],
    superseded: false,
    period: '2026-11',
    index: 240,
    amountBani: null,
    deviceName: kiosk.name,
  });
  const atLupeni = await addDevice(utility.database, { surface: 'counter', offices: [lupeni] });
  expect((await visitClient(utility, atLupeni).receipt(number)).receipt).toEqual(receipt);
  expect(await visit.receipt(number)).toMatchObject({ code: 'not-found' });
  expect(await visit.receipt('nope')).toMatchObject({ code: 'bad-request' });
});

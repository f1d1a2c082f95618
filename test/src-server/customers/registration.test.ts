import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { CustomerSignInResponse } from '../../../shared/sync/customer';
import { hashPassword, passwordMatches } from '../../../src-server/people/passwords';
import { contactChangeOf, registrationOf } from '../../support/customer';
import { type Rows, rowsOf } from '../../support/rows';
import { decisionOn } from '../../support/settling';
import { startUtility, type Utility } from '../../support/utility';
import { visitClient } from '../../support/visit-client';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const capturedAt = '2026-11-26T07:00:00.000Z';
const earlier = '2026-11-26T06:55:00.000Z';

let utility: Utility;
let kiosk: WorldDevice;
let accounts: WorldAccount[];
let rows: Rows;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 30 });
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  rows = rowsOf(utility.database);
});
afterAll(() => utility.close());

const nextAccount = (): WorldAccount => {
  const account = accounts.shift();
  if (!account) throw new Error('The test needs more accounts.');
  return account;
};
const atKiosk = (account: WorldAccount, secret: object = {}) =>
  registrationOf(utility, { device: kiosk, account, capturedAt, said: { language: 'hu' } }, secret);
const atCounter = (account: WorldAccount, made: object = {}) =>
  registrationOf(utility, {
    device: utility.world.counter,
    account,
    capturedAt,
    staffId: 'ana',
    identityDocument: 'seen',
    ...made,
  });
const send = (submission: Submission) => utility.client(kiosk).submitOne(submission);
const sealedOf = async ({ id }: Submission) =>
  (await rows(`select content -> 'payload' -> 'sealed' as sealed from submissions where id = $1`, id))[0]
    ?.sealed;
const loginOf = ({ id }: WorldAccount) => rows('select * from customer_logins where account_id = $1', id);
const accept = (target: Submission, minute = 30) =>
  utility.counter.submitOne(
    decisionOn(target, {
      device: utility.world.counter,
      capturedAt: `2026-11-26T07:${minute}:00.000Z`,
      action: 'accept',
    }),
  );

test('a clerk who has seen a document makes a new login for a forgotten password; a proven e-mail stays proven', async () => {
  const account = nextAccount();
  expect(await send(await atKiosk(account))).toMatchObject({ outcome: 'accepted' });
  const confirmedAt = '2026-11-26T06:05:00.000Z';
  await rows(
    'update customer_logins set email_confirmed_at = $2, registered_at = $2 where account_id = $1',
    account.id,
    confirmedAt,
  );
  const [first] = await loginOf(account);
  const unseen = await atCounter(account, { identityDocument: null });
  expect(await utility.counter.submitOne(unseen)).toMatchObject({
    findings: [{ code: 'identity-not-seen' }],
  });
  const again = await atCounter(account);
  expect(await utility.counter.submitOne(again)).toMatchObject({ outcome: 'accepted', findings: [] });
  const [second, ...more] = await loginOf(account);
  expect(more).toEqual([]);
  expect(second?.submission_id).toBe(again.id);
  expect(second?.email_confirmed_at).toEqual(first?.email_confirmed_at);
  const older = await atCounter(account, { capturedAt: earlier }); // than the login that stands now
  expect(await utility.counter.submitOne(older)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'already-registered' }],
  });
});

test('of two by a clerk the one that was written last makes the login, also when both arrive at once after an outage', async () => {
  const account = nextAccount();
  const mistyped = await registrationByClerk(account, earlier, 'ana.pop@exemplu.or');
  const corrected = await registrationByClerk(account, capturedAt, 'ana.pop@exemplu.ro');
  expect(await utility.counter.submit([mistyped, corrected])).toMatchObject([
    { outcome: 'accepted' },
    { outcome: 'accepted', findings: [] },
  ]);
  expect(await loginOf(account)).toMatchObject([{ email: 'ana.pop@exemplu.ro' }]);
  const late = await registrationByClerk(account, '2026-11-26T06:58:00.000Z', 'ana@exemplu.ro');
  expect(await utility.counter.submitOne(late)).toMatchObject({ findings: [{ code: 'already-registered' }] });
});

test('the password that a customer chose after a clerk wrote the form stands when that arrives late', async () => {
  const account = nextAccount();
  const email = 'ioana.pop@exemplu.ro';
  await utility.counter.submitOne(await registrationByClerk(account, earlier, email));
  await rows(
    'update customer_logins set email_confirmed_at = now(), registered_at = $2 where account_id = $1',
    account.id,
    earlier,
  );
  const visit = visitClient(utility, kiosk);
  const [session] = CustomerSignInResponse.parse((await visit.signIn(email)).body).sessions;
  expect((await visit.changePassword(session?.token ?? '', 'apa-rece', 'parola-nouă')).status).toBe(200);
  const late = await registrationByClerk(account, capturedAt, email); // the password was changed at 08:00
  expect(await utility.counter.submitOne(late)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'already-registered' }],
  });
  expect((await visit.signIn(email, 'parola-nouă')).status).toBe(200);
});

test('the e-mail that was changed after a clerk wrote the form stands, and so does the link to it', async () => {
  const account = nextAccount();
  const [old, changed] = ['vlad.pop@exemplu.ro', 'vlad@exemplu.ro'];
  await utility.counter.submitOne(await registrationByClerk(account, earlier, old));
  const change = await contactChangeOf(
    utility,
    {
      device: utility.world.counter,
      account,
      capturedAt: '2026-11-26T07:10:00.000Z',
      staffId: 'ana',
      identityDocument: 'seen',
    },
    { email: changed },
  );
  expect(await utility.counter.submitOne(change)).toMatchObject({ outcome: 'accepted' });
  const late = await registrationByClerk(account, capturedAt, 'vlad.vechi@exemplu.ro');
  expect(await utility.counter.submitOne(late)).toMatchObject({ outcome: 'accepted' });
  expect(await loginOf(account)).toMatchObject([{ email: old, submission_id: late.id }]);
  expect(await openLinksOf(account)).toEqual([{ email: changed }]);
});

test('a link to an e-mail that was changed after a clerk wrote the first registration stays good', async () => {
  const account = nextAccount();
  const device = utility.world.counter;
  const [written, changed] = ['dana.pop@exemplu.ro', 'dana@exemplu.ro'];
  const change = await contactChangeOf(
    utility,
    { device, account, capturedAt: '2026-11-26T07:10:00.000Z', staffId: 'ana', identityDocument: 'seen' },
    { email: changed },
  );
  expect(await utility.counter.submitOne(change)).toMatchObject({ outcome: 'accepted' });
  const late = await registrationByClerk(account, capturedAt, written);
  expect(await utility.counter.submitOne(late)).toMatchObject({ outcome: 'accepted' });
  expect(await openLinksOf(account)).toEqual([{ email: changed }, { email: written }]);
});

const openLinksOf = ({ id }: WorldAccount) =>
  rows(
    'select email from email_confirmations where account_id = $1 and used_at is null and ends_at > $2 order by email desc',
    id,
    '2026-11-27T00:00:00.000Z',
  );

const registrationByClerk = (account: WorldAccount, writtenAt: string, email: string) =>
  registrationOf(
    utility,
    {
      device: utility.world.counter,
      account,
      capturedAt: writtenAt,
      staffId: 'ana',
      identityDocument: 'seen',
    },
    { email },
  );

test('a registration makes a login that waits for its e-mail, and tells the devices', async () => {
  const account = nextAccount();
  const submission = await atKiosk(account);
  expect(await send(submission)).toMatchObject({ outcome: 'accepted', findings: [] });
  expect(await loginOf(account)).toMatchObject([
    {
      email: 'ana.pop@exemplu.ro',
      email_confirmed_at: null,
      submission_id: submission.id,
      password_hash: expect.stringMatching(/^\$argon2id\$/),
    },
  ]);
  const documents = (await utility.counter.pullAll('accounts')).documents;
  expect(documents.find(({ id }) => id === account.id)).toMatchObject({
    registered: true,
    contact: { phone: '0722123456', email: 'client@example.ro' },
  });
  expect(await rows('select actor, action from audit where subject = $1', account.id)).toEqual([
    { actor: `customer:${account.id}`, action: 'customer-registered' },
  ]);
});

test('the mail with the one-time link is in the language of the screen; the database knows its hash alone', async () => {
  const account = nextAccount();
  await send(await atKiosk(account));
  const [mail] = await rows('select * from mail_outbox where account_id = $1', account.id);
  expect(mail).toMatchObject({
    recipient: 'ana.pop@exemplu.ro',
    subject: expect.stringMatching(/^Erősítse/),
  });
  const token = /\{\{public-url\}\}\/confirm\/([\w-]{43})/.exec(String(mail?.body))?.[1];
  expect(token).toBeDefined();
  const kept = await rows('select * from email_confirmations where account_id = $1', account.id);
  expect(kept).toMatchObject([{ email: 'ana.pop@exemplu.ro', used_at: null }]);
  expect(JSON.stringify(kept)).not.toContain(token);
});

test('the sealed part is dropped once it is decided, and a retry gets the same answer', async () => {
  for (const secret of [{}, { internalCode: 'wrong' }]) {
    const submission = await atKiosk(nextAccount(), secret);
    const answer = await send(submission);
    expect(await sealedOf(submission)).toBeNull();
    expect(await send(submission)).toEqual(answer);
  }
});

test.each([
  ['a wrong internal code', { internalCode: 'wrong' }, ['codes-mismatch']],
  ["another account's client code", { clientCode: '1' }, ['codes-mismatch']],
  [
    'an e-mail and a phone that are none',
    { email: 'ana', phone: '12' },
    ['email-malformed', 'phone-malformed'],
  ],
  [
    'a password hash that is guessed in no time',
    { passwordHash: '$argon2id$v=19$m=8,t=1,p=1$YWJjZGVmZ2hpamtsbW5vcA$YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4' },
    ['identity-unproven'],
  ],
  [
    'the seal of another submission',
    { submissionId: '019ab000-0000-7000-8000-ffffffffffff' },
    ['identity-unproven'],
  ],
])('%s is refused', async (_, secret, codes) => {
  const account = nextAccount();
  const answer = await send(await atKiosk(account, secret));
  expect(answer).toMatchObject({ outcome: 'refused', findings: codes.map((code) => ({ code })) });
  expect(await loginOf(account)).toEqual([]);
});

test('a second registration of an account is refused', async () => {
  const account = nextAccount();
  await send(await atKiosk(account));
  const second = await atKiosk(account, { email: 'altul@exemplu.ro' });
  expect(await send(second)).toMatchObject({ findings: [{ code: 'already-registered' }] });
  expect(await loginOf(account)).toMatchObject([{ email: 'ana.pop@exemplu.ro' }]);
});

test('of two registrations that arrive at once one is accepted', async () => {
  const account = nextAccount();
  const atCounterBefore = atCounter(account, { capturedAt: earlier });
  const made = await Promise.all([atKiosk(account), atKiosk(account), atCounterBefore]);
  const [first, second, third] = made as [Submission, Submission, Submission];
  const answers = await Promise.all([send(first), send(second), utility.counter.submitOne(third)]);
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'refused', 'refused']);
  expect(await loginOf(account)).toHaveLength(1);
});

test('a clerk registers whose document was seen', async () => {
  const account = nextAccount();
  const unseen = await atCounter(account, { identityDocument: null });
  expect(await utility.counter.submitOne(unseen)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'identity-not-seen' }],
  });
  expect(await utility.counter.submitOne(await atCounter(account))).toMatchObject({ outcome: 'accepted' });
  expect(await rows('select actor from audit where subject = $1', account.id)).toEqual([{ actor: 'ana' }]);
});

test('what is held for its author keeps its seal until a supervisor accepts it, and counts from then on', async () => {
  const account = nextAccount();
  const submission = await atCounter(account, { staffId: 'vasile' });
  expect(await utility.counter.submitOne(submission)).toMatchObject({
    outcome: 'held',
    findings: [{ code: 'actor-not-allowed' }],
  });
  expect(await sealedOf(submission)).toEqual(expect.any(String));
  expect(await accept(submission)).toMatchObject({ outcome: 'accepted' });
  expect(await loginOf(account)).toMatchObject([{ submission_id: submission.id }]);
  expect(await sealedOf(submission)).toBeNull();
  const documents = (await utility.counter.pullAll('accounts')).documents;
  expect(documents.find(({ id }) => id === account.id)).toMatchObject({ registered: true });
});

test('set aside it is gone: no decision that was made earlier and comes later finds anything to accept', async () => {
  const account = nextAccount();
  const submission = await atCounter(account, { staffId: 'vasile' });
  await utility.counter.submitOne(submission);
  const made = { device: utility.world.counter, capturedAt: '2026-11-26T07:40:00.000Z' };
  const setAside = decisionOn(submission, { ...made, action: 'set-aside' });
  expect(await utility.counter.submitOne(setAside)).toMatchObject({ outcome: 'accepted' });
  expect(await sealedOf(submission)).toBeNull();
  expect(await accept(submission)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'already-settled' }],
  });
  expect(await loginOf(account)).toEqual([]);
});

test('a held one cannot be accepted any more when the account was registered meanwhile', async () => {
  const account = nextAccount();
  const held = await atCounter(account, { staffId: 'vasile', capturedAt: earlier });
  await utility.counter.submitOne(held);
  await send(await atKiosk(account));
  expect(await accept(held)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'already-registered' }],
  });
  expect(await loginOf(account)).toHaveLength(1);
});

test('one that nothing could heal is refused at once, whoever sent it', async () => {
  const elsewhere = utility.world.accounts.find(({ officeId }) => officeId === lupeni.id) as WorldAccount;
  const submission = await atKiosk(elsewhere, { internalCode: 'wrong' });
  expect(await send(submission)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'outside-scope' }, { code: 'codes-mismatch' }],
  });
  expect(await sealedOf(submission)).toBeNull();
  expect(await send(await atKiosk(elsewhere))).toMatchObject({ outcome: 'held' });
});

test('a malformed one leaves nothing sealed behind in what is kept of it', async () => {
  const submission = await atKiosk(nextAccount());
  const malformed = { ...submission, payload: { ...submission.payload, identityDocument: 'lost' } };
  expect(await utility.client(kiosk).submit([malformed])).toMatchObject([{ outcome: 'not-recorded' }]);
  const [kept] = await rows(`select detail from audit where subject = $1`, submission.id);
  expect(JSON.stringify(kept)).not.toContain(String(submission.payload.sealed));
  expect(JSON.stringify(kept)).toContain(submission.deviceId);
});

test('a password is the same however a keyboard writes its letters', async () => {
  const hash = await hashPassword('parolă'.normalize('NFD'));
  expect(await passwordMatches('parolă'.normalize('NFC'), hash)).toBe(true);
});

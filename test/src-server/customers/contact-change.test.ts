import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerProof } from '../../../shared/model/customer';
import type { Submission } from '../../../shared/model/submission';
import { startSession } from '../../../src-server/customers/sessions';
import { inTransaction } from '../../../src-server/db/transaction';
import { contactChangeOf, registrationOf } from '../../support/customer';
import { type Rows, rowsOf } from '../../support/rows';
import { decisionOn } from '../../support/settling';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const at = (minute: number) => `2026-11-26T07:${String(minute).padStart(2, '0')}:00.000Z`;

let utility: Utility;
let kiosk: WorldDevice;
let accounts: WorldAccount[];
let rows: Rows;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 20 });
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
const signIn = async ({ id: accountId }: WorldAccount, minute = 0): Promise<CustomerProof> => {
  const session = { accountId, deviceId: kiosk.id, now: at(minute) };
  const { token } = await inTransaction(utility.database.db, (tx) => startSession(tx, session));
  return { kind: 'session', token };
};
const atKiosk = (account: WorldAccount, secret: object, minute = 5) =>
  contactChangeOf(utility, { device: kiosk, account, capturedAt: at(minute) }, secret);
const atCounter = (account: WorldAccount, secret: object, made: object = {}) =>
  contactChangeOf(
    utility,
    {
      device: utility.world.counter,
      account,
      capturedAt: at(5),
      staffId: 'ana',
      identityDocument: 'seen',
      ...made,
    },
    secret,
  );
const send = (submission: Submission) => utility.client(kiosk).submitOne(submission);
const contactOf = async ({ id }: WorldAccount) => {
  const { documents } = await utility.counter.pullAll('accounts');
  return documents.find((document) => document.id === id)?.contact;
};
const decided = (target: Submission, action: 'accept' | 'set-aside') =>
  utility.counter.submitOne(
    decisionOn(target, { device: utility.world.counter, capturedAt: at(30), action }),
  );
const mailTo = (account: WorldAccount) =>
  rows('select recipient from mail_outbox where account_id = $1 order by made_at', account.id);

test('who signed in changes phone and invoice by e-mail, at once', async () => {
  const account = nextAccount();
  const secret = { proof: await signIn(account), phone: '0733000111', invoiceByEmail: true };
  const submission = await atKiosk(account, secret);
  expect(await send(submission)).toMatchObject({ outcome: 'accepted', findings: [] });
  expect(await contactOf(account)).toEqual({
    phone: '0733000111',
    email: 'client@example.ro',
    invoiceByEmail: true,
    unconfirmed: null,
  });
  expect(await rows('select actor, action, detail from audit where subject = $1', account.id)).toMatchObject([
    {
      actor: `customer:${account.id}`,
      action: 'contact-changed',
      detail: { fields: ['phone', 'invoiceByEmail'] },
    },
  ]);
  expect(await mailTo(account)).toEqual([]);
});

test('the sealed part is dropped, and the audit tells no phone', async () => {
  const account = nextAccount();
  const submission = await atKiosk(account, { proof: await signIn(account), phone: '0733000112' });
  await send(submission);
  const kept = JSON.stringify([
    await rows('select * from submissions where id = $1', submission.id),
    await rows('select * from audit where subject = $1', account.id),
  ]);
  expect(kept).toContain('"sealed":null');
  expect(kept).not.toContain('0733000112');
  expect(await send(submission)).toMatchObject({ outcome: 'accepted' });
});

test('the codes on the invoice are not enough, nor is nothing', async () => {
  const account = nextAccount();
  const codes = { kind: 'codes', internalCode: account.internalCode };
  for (const proof of [codes, null]) {
    const answer = await send(await atKiosk(account, { proof, phone: '0733000113' }));
    expect(answer).toMatchObject({ outcome: 'refused', findings: [{ code: 'identity-unproven' }] });
  }
  expect(await contactOf(account)).toMatchObject({ phone: '0722000000' });
});

test('by a sign-in that the server has lost it is held with all it says, until a supervisor decides', async () => {
  const [account, other] = [nextAccount(), nextAccount()];
  const made: Submission[] = [];
  for (const of of [account, other])
    made.push(await atKiosk(of, { proof: await signIn(of), phone: '0733000116' }));
  await rows('delete from customer_sessions where account_id = any ($1)', [account.id, other.id]);
  for (const submission of made)
    expect(await send(submission)).toMatchObject({
      outcome: 'held',
      findings: [{ code: 'session-unknown' }],
    });
  expect(await contactOf(account)).toMatchObject({ phone: '0722000000' });
  const [accepted, setAside] = made as [Submission, Submission];
  expect(await decided(accepted, 'accept')).toMatchObject({ outcome: 'accepted' });
  expect(await decided(setAside, 'set-aside')).toMatchObject({ outcome: 'accepted' });
  expect(await contactOf(account)).toMatchObject({ phone: '0733000116' });
  expect(await contactOf(other)).toMatchObject({ phone: '0722000000' });
  const kept = await rows(
    `select content -> 'payload' -> 'sealed' as sealed from submissions where id = any ($1)`,
    made.map(({ id }) => id),
  );
  expect(kept).toEqual([{ sealed: null }, { sealed: null }]);
});

test.each([
  [
    'of another account',
    async (account: WorldAccount) =>
      atKiosk(account, { proof: await signIn(nextAccount()), phone: '0733000117' }),
  ],
  [
    'of another time',
    async (account: WorldAccount) =>
      atKiosk(account, { proof: await signIn(account, 30), phone: '0733000117' }, 20),
  ],
])('a sign-in %s is no proof, and nothing to decide about', async (_, made) => {
  const account = nextAccount();
  expect(await send(await made(account))).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'identity-unproven' }],
  });
  expect(await contactOf(account)).toMatchObject({ phone: '0722000000' });
});

test('a new e-mail is mailed a link and not used before that was opened', async () => {
  const account = nextAccount();
  await send(await atKiosk(account, { proof: await signIn(account), email: 'nou@exemplu.ro' }));
  expect(await contactOf(account)).toMatchObject({ email: 'client@example.ro' });
  expect(await mailTo(account)).toEqual([{ recipient: 'nou@exemplu.ro' }]);
});

test('an address that is thought better of confirms nothing any more', async () => {
  const account = nextAccount();
  const proof = await signIn(account);
  await send(await atKiosk(account, { proof, email: 'gresit@exemplu.ro' }, 5));
  await send(await atKiosk(account, { proof, email: 'bun@exemplu.ro' }, 6));
  await send(await atKiosk(account, { proof, email: 'Client@example.ro' }, 7));
  expect(await mailTo(account)).toHaveLength(2);
  const open = `select email from email_confirmations where account_id = $1 and ends_at > $2`;
  expect(await rows(open, account.id, utility.clock.now())).toEqual([]);
});

test('a clerk changes it for whose document was seen', async () => {
  const account = nextAccount();
  const secret = { phone: '0733000114' };
  const unseen = await atCounter(account, secret, { identityDocument: null });
  expect(await utility.counter.submitOne(unseen)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'identity-not-seen' }],
  });
  expect(await utility.counter.submitOne(await atCounter(account, secret))).toMatchObject({
    outcome: 'accepted',
  });
  expect(await contactOf(account)).toMatchObject({ phone: '0733000114' });
});

test('what was written last stands, whatever arrives last', async () => {
  const account = nextAccount();
  const proof = await signIn(account);
  await send(await atKiosk(account, { proof, phone: '0733000222' }, 8));
  const older = await atKiosk(account, { proof, phone: '0733000111', invoiceByEmail: true }, 6);
  expect(await send(older)).toMatchObject({ outcome: 'accepted' });
  expect(await contactOf(account)).toMatchObject({ phone: '0733000222', invoiceByEmail: true });
  const oldest = await registrationOf(utility, { device: kiosk, account, capturedAt: at(1) });
  expect(await send(oldest)).toMatchObject({ outcome: 'accepted' });
  expect(await contactOf(account)).toMatchObject({ phone: '0733000222' });
});

test('an e-mail that was written before a registration, and arrives after it, leaves its link alone', async () => {
  const account = nextAccount();
  const made = { device: kiosk, account, capturedAt: at(8) };
  await send(await registrationOf(utility, made, { email: 'inregistrat@exemplu.ro' }));
  const older = await atKiosk(account, { proof: await signIn(account), email: 'vechi@exemplu.ro' }, 5);
  expect(await send(older)).toMatchObject({ outcome: 'accepted' });
  const open = `select email from email_confirmations where account_id = $1 and ends_at > $2`;
  expect(await rows(open, account.id, utility.clock.now())).toEqual([{ email: 'inregistrat@exemplu.ro' }]);
  expect(await mailTo(account)).toEqual([{ recipient: 'inregistrat@exemplu.ro' }]);
});

test('a held one counts when a supervisor accepts it', async () => {
  const account = nextAccount();
  const held = await atCounter(account, { phone: '0733000115' }, { staffId: 'vasile' });
  expect(await utility.counter.submitOne(held)).toMatchObject({ outcome: 'held' });
  expect(await contactOf(account)).toMatchObject({ phone: '0722000000' });
  expect(await decided(held, 'accept')).toMatchObject({ outcome: 'accepted' });
  expect(await contactOf(account)).toMatchObject({ phone: '0733000115' });
});

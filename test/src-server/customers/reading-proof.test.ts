import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerProof } from '../../../shared/model/customer';
import type { Submission } from '../../../shared/model/submission';
import { endSessions, extendSessions, startSession } from '../../../src-server/customers/sessions';
import { inTransaction } from '../../../src-server/db/transaction';
import { customerReading } from '../../support/customer';
import { decisionOn } from '../../support/settling';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const at = (time: string) => `2026-11-26T${time}.000Z`;

let utility: Utility;
let kiosk: WorldDevice;
let other: WorldDevice;
let accounts: WorldAccount[];
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 20 });
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  other = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
});
afterAll(() => utility.close());

const nextAccount = (): WorldAccount => {
  const account = accounts.shift();
  if (!account) throw new Error('The test needs more accounts.');
  return account;
};
const reading = (account: WorldAccount, proof?: CustomerProof | null, capturedAt = at('07:00:00')) =>
  customerReading(utility, { device: kiosk, account, index: 240, capturedAt }, proof);
const send = async (submission: Submission) => {
  const [answer] = await utility.client(kiosk).submit([submission], 1);
  if (!answer) throw new Error('no answer');
  return answer;
};
const proofKept = async ({ id }: Submission) => {
  const kept = `select content #> '{payload,sealedProof}' as proof from submissions where id = $1`;
  return (await utility.database.pool.query(kept, [id])).rows[0].proof;
};
const accept = (target: Submission) => {
  const made = { device: utility.world.counter, capturedAt: at('07:30:00') };
  return utility.counter.submitOne(decisionOn(target, { ...made, action: 'accept' }));
};
const signIn = (accountId: string, deviceId: string, now: string) =>
  inTransaction(utility.database.db, (tx) => startSession(tx, { accountId, deviceId, now }));
const sessionOf = async (
  account: WorldAccount,
  device: WorldDevice,
  now: string,
): Promise<CustomerProof> => ({
  kind: 'session',
  token: (await signIn(account.id, device.id, now)).token,
});

test('the code on the invoice proves whose index it is', async () => {
  expect(await send(await reading(nextAccount()))).toMatchObject({ outcome: 'accepted', findings: [] });
});

test('a wrong code refuses the index; it is kept, does not count, and the verdict says why', async () => {
  const account = nextAccount();
  const submission = await reading(account, { kind: 'codes', internalCode: '99999' });
  expect(await send(submission)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'codes-mismatch' }],
  });
  const { rows } = await utility.database.pool.query(
    'select index, accepted from reading_revisions where submission_id = $1',
    [submission.id],
  );
  expect(rows).toEqual([{ index: 240, accepted: false }]);
  const verdicts = (await utility.counter.pullAll('verdicts')).documents;
  expect(verdicts.find(({ id }) => id === submission.id)).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'codes-mismatch' }],
    summary: { period: '2026-11', index: 240 },
  });
});

test('what was sealed as proof is dropped once the index is decided, and a retry gets the same answer', async () => {
  for (const proof of [undefined, { kind: 'codes', internalCode: '99999' }] as const) {
    const submission = await reading(nextAccount(), proof);
    const answer = await send(submission);
    expect(await proofKept(submission)).toBeNull();
    expect(await send(submission)).toEqual(answer);
  }
});

test('what is held keeps its proof until a supervisor settles it', async () => {
  const held = await reading(nextAccount(), undefined, at('07:00:00'));
  const unsure = { ...held, clock: { ...held.clock, offsetMs: null, offsetAgeMs: null } };
  expect(await send(unsure)).toMatchObject({ outcome: 'held', findings: [{ code: 'clock-unsure' }] });
  expect(await proofKept(unsure)).toEqual(expect.any(String));
  expect(await accept(unsure)).toMatchObject({ outcome: 'accepted' });
  expect(await proofKept(unsure)).toBeNull();
  expect(await send(unsure)).toMatchObject({ outcome: 'accepted' });
});

test.each([
  ['nothing', async (account: WorldAccount) => reading(account, null)],
  [
    'what nobody sealed',
    async (account: WorldAccount) => {
      const plain = await reading(account, null);
      return { ...plain, payload: { ...plain.payload, sealedProof: 'eyJhbGciOiJub25lIn0.a.b.c.d' } };
    },
  ],
  [
    'what was sealed for another submission',
    async (account: WorldAccount) => {
      const [plain, proven] = [await reading(account, null), await reading(account)];
      return { ...plain, payload: proven.payload };
    },
  ],
])('%s proves nothing', async (_, made) => {
  expect(await send(await made(nextAccount()))).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'identity-unproven' }],
  });
});

test('a sign-in proves it for its account, its device and its quarter of an hour', async () => {
  const account = nextAccount();
  const proof = await sessionOf(account, kiosk, at('07:00:00'));
  const outcomes = [];
  for (const time of ['06:50:00', '07:05:00', '07:15:00'])
    outcomes.push((await send(await reading(account, proof, at(time)))).outcome);
  expect(outcomes).toEqual(['refused', 'accepted', 'accepted']);
  expect((await send(await reading(nextAccount(), proof, at('07:05:00')))).outcome).toBe('refused');
  const elsewhere = await sessionOf(account, other, at('07:00:00'));
  expect(await send(await reading(account, elsewhere, at('07:05:00')))).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'identity-unproven' }, { code: 'already-sent' }],
  });
});

test('an index by a sign-in that was used on counts; after its known end it is held, as a restore may have lost that', async () => {
  const account = nextAccount();
  const { token } = await signIn(account.id, kiosk.id, at('07:00:00'));
  const proof: CustomerProof = { kind: 'session', token };
  const made = async (time: string) => send(await reading(account, proof, at(time)));
  expect(await made('07:16:00')).toMatchObject({ outcome: 'held', findings: [{ code: 'session-unknown' }] });
  const used = { tokens: [token], deviceId: kiosk.id, now: at('07:10:00') };
  await extendSessions(utility.database.db, used);
  expect((await made('07:20:00')).outcome).toBe('accepted');
  expect((await made('07:26:00')).outcome).toBe('held');
  expect((await made('10:01:00')).outcome).toBe('refused');
  await endSessions(utility.database.db, { ...used, now: at('07:22:00') });
  expect((await made('07:23:00')).outcome).toBe('refused');
});

test('an index by a sign-in that the server has lost is held, and counts when a supervisor accepts it', async () => {
  const account = nextAccount();
  const proof = await sessionOf(account, kiosk, at('07:00:00'));
  await utility.database.pool.query('delete from customer_sessions where account_id = $1', [account.id]);
  const submission = await reading(account, proof, at('07:05:00'));
  expect(await send(submission)).toMatchObject({ outcome: 'held', findings: [{ code: 'session-unknown' }] });
  expect(await accept(submission)).toMatchObject({ outcome: 'accepted' });
  const documents = (await utility.counter.pullAll('accounts')).documents;
  expect(documents.find(({ id }) => id === account.id)).toMatchObject({
    meters: [{ latestReadings: [{ period: '2026-11', index: 240, source: 'customer' }, {}] }],
  });
});

test('one that is held for its office is still refused when its code is wrong', async () => {
  const account = utility.world.accounts.find(({ officeId }) => officeId === lupeni.id) as WorldAccount;
  expect(await send(await reading(account))).toMatchObject({ outcome: 'held' });
  expect(await send(await reading(account, { kind: 'codes', internalCode: '1' }))).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'outside-scope' }, { code: 'codes-mismatch' }],
  });
});

test('a supervisor who knows better lets a refused one count', async () => {
  const account = nextAccount();
  const submission = await reading(account, null);
  await send(submission);
  expect(await accept(submission)).toMatchObject({ outcome: 'accepted' });
  const documents = (await utility.counter.pullAll('accounts')).documents;
  expect(documents.find(({ id }) => id === account.id)).toMatchObject({
    meters: [{ latestReadings: [{ period: '2026-11', index: 240, source: 'customer' }, {}] }],
  });
});

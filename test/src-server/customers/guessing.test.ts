import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { tellOfRetries } from '../../../src-server/db/transaction';
import { customerReading, registrationOf } from '../../support/customer';
import { decisionOn } from '../../support/settling';
import { startUtility, type Utility } from '../../support/utility';
import { visitClient } from '../../support/visit-client';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const start = Date.parse('2026-11-26T08:00:00.000Z');
const minute = 60_000;
const codesMismatch = { outcome: 'refused', findings: [{ code: 'codes-mismatch' }] };
const codesUnchecked = { outcome: 'held', findings: [{ code: 'codes-unchecked' }] };

let utility: Utility;
let kiosk: WorldDevice;
let accounts: WorldAccount[];
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 100 });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
});
afterAll(() => utility.close());
beforeEach(async () => {
  kiosk = await newKiosk();
  later(0);
});

const newKiosk = () => addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
const later = (ms: number) => utility.clock.set(new Date(start + ms).toISOString());
const nextAccount = (): WorldAccount => {
  const account = accounts.shift();
  if (!account) throw new Error('The test needs more accounts.');
  return account;
};
const registration = (account: WorldAccount, internalCode = account.internalCode, made: object = {}) =>
  registrationOf(
    utility,
    { device: kiosk, account, capturedAt: '2026-11-26T07:00:00.000Z', ...made },
    { internalCode },
  );
const reading = (account: WorldAccount, internalCode = account.internalCode) =>
  customerReading(
    utility,
    { device: kiosk, account, index: 240, capturedAt: '2026-11-26T07:00:00.000Z' },
    { kind: 'codes', internalCode },
  );
const send = async (submission: Submission) => {
  const [answer] = await utility.client(kiosk).submit([submission], 1); // more waits there
  if (!answer) throw new Error('no answer');
  return answer;
};
const guesses = (count: number, made: (guess: string) => Promise<Submission>) =>
  Promise.all(Array.from({ length: count }, (_, guess) => made(`wrong-${guess}`)));

test.each([
  ['registrations', registration],
  ['indexes', reading],
])(
  'who guesses the code of an account by %s is told no more after the tries of the policy',
  async (_, made) => {
    const account = nextAccount();
    const wrong = await guesses(8, (guess) => made(account, guess));
    const answers = await utility.client(kiosk).submit([...wrong, await made(account)]);
    expect(answers.slice(0, 5)).toMatchObject(Array.from({ length: 5 }, () => codesMismatch));
    expect(answers.slice(5)).toMatchObject(Array.from({ length: 4 }, () => codesUnchecked));
  },
);

test('guesses are counted together, wherever they are made, and a retry is none', async () => {
  const account = nextAccount();
  const visit = visitClient(utility, await newKiosk());
  await visit.identify(account, 'wrong');
  await visit.identify(account, 'wrong');
  const wrong = await registration(account, 'wrong');
  for (let retries = 0; retries < 4; retries += 1) expect(await send(wrong)).toMatchObject(codesMismatch);
  expect(await send(await reading(account, 'wrong'))).toMatchObject(codesMismatch);
  later(minute);
  expect(await send(await reading(account, 'wrong'))).toMatchObject(codesMismatch);
  expect(await send(await reading(account))).toMatchObject(codesUnchecked);
  expect((await visit.identify(account)).body).toMatchObject({ code: 'too-fast' });
  later(16 * minute);
  expect(await send(await reading(account))).toMatchObject({ outcome: 'accepted' });
});

test('guesses that arrive at once all count, and wait for each other in no circle', async () => {
  const account = nextAccount();
  const retries: unknown[] = [];
  tellOfRetries(utility.database.db, (retry) => retries.push(retry));
  const made = await guesses(12, (guess) =>
    (Number(guess.at(-1)) % 2 ? registration : reading)(account, guess),
  );
  const others = await Promise.all(accounts.splice(0, 6).map((other) => reading(other)));
  const answers = await Promise.all([...made, ...others].map(send));
  const codes = answers.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect(codes.filter((code) => code === 'codes-mismatch')).toHaveLength(5);
  expect(codes.filter((code) => code === 'codes-unchecked')).toHaveLength(7);
  expect(retries).toEqual([]);
});

test('of a kiosk that comes back from an outage no right code is refused or held for some wrong ones', async () => {
  const batch: Submission[] = [];
  const queue = accounts.splice(0, 40);
  for (const [place, account] of queue.entries())
    batch.push(await reading(account, place % 4 === 0 ? 'wrong' : account.internalCode));
  const answers = await utility.client(kiosk).submit(batch);
  const outcomes = (wanted: string) => answers.filter(({ outcome }) => outcome === wanted).length;
  expect([outcomes('accepted'), outcomes('refused'), outcomes('held')]).toEqual([30, 10, 0]);
});

test('a kiosk that walks through codes is told no more; what else arrives from it is kept for a supervisor', async () => {
  const victims = accounts.splice(0, 5);
  for (let rounds = 0; rounds < 4; rounds += 1)
    for (const victim of victims)
      expect(await send(await reading(victim, `wrong-${rounds}`))).toMatchObject(codesMismatch);
  const account = nextAccount();
  const [index, form] = [await reading(account), await registration(account)];
  expect(await send(index)).toMatchObject(codesUnchecked);
  expect(await send(form)).toMatchObject(codesUnchecked);
  const made = { device: utility.world.counter, capturedAt: '2026-11-26T07:30:00.000Z' };
  for (const held of [index, form])
    expect(await utility.counter.submitOne(decisionOn(held, { ...made, action: 'accept' }))).toMatchObject({
      outcome: 'accepted',
    });
});

test('a held registration counts only with the right codes, whoever accepts it', async () => {
  const account = nextAccount();
  const wrong = await guesses(6, (guess) => registration(account, guess));
  const [held] = wrong.slice(-1) as [Submission];
  expect((await utility.client(kiosk).submit(wrong)).at(-1)).toMatchObject(codesUnchecked);
  const made = { device: utility.world.counter, capturedAt: '2026-11-26T07:30:00.000Z' };
  expect(await utility.counter.submitOne(decisionOn(held, { ...made, action: 'accept' }))).toMatchObject(
    codesMismatch,
  );
});

test('after the tries of the policy nothing tells whether an account is registered, until a supervisor accepts', async () => {
  const account = nextAccount();
  expect(await send(await registration(account))).toMatchObject({ outcome: 'accepted' });
  await utility.client(kiosk).submit(await guesses(5, (guess) => registration(account, guess)));
  const [wrong, right] = [await registration(account, 'wrong'), await registration(account)];
  for (const form of [wrong, right]) expect(await send(form)).toMatchObject(codesUnchecked);
  const made = { device: utility.world.counter, capturedAt: '2026-11-26T07:30:00.000Z' };
  expect(await utility.counter.submitOne(decisionOn(right, { ...made, action: 'accept' }))).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'already-registered' }],
  });
});

test('whoever calls themselves a clerk at a kiosk is told no more than others', async () => {
  const account = nextAccount();
  const asClerk = (guess: string) =>
    registration(account, guess, { staffId: 'ana', identityDocument: 'seen' });
  const answers = await utility
    .client(kiosk)
    .submit([...(await guesses(5, asClerk)), await asClerk('one-more'), await asClerk(account.internalCode)]);
  const notAllowed = { code: 'actor-not-allowed' };
  expect(answers.slice(0, 5).every(({ outcome }) => outcome === 'refused')).toBe(true);
  for (const { outcome, findings } of answers.slice(5))
    expect([outcome, findings]).toEqual(['held', [notAllowed, { code: 'codes-unchecked' }]]);
});

test('a clerk registers a customer whose codes somebody tried to guess', async () => {
  const account = nextAccount();
  await utility.client(kiosk).submit(await guesses(6, (guess) => registration(account, guess)));
  const device = utility.world.counter;
  const form = await registration(account, account.internalCode, {
    device,
    staffId: 'ana',
    identityDocument: 'seen',
  });
  expect(await utility.counter.submitOne(form)).toMatchObject({ outcome: 'accepted' });
});

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Submission } from '../../shared/model/submission';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { decisionOn } from '../support/settling';
import { readingSubmission } from '../support/submission';
import { startUtility, type Utility } from '../support/utility';
import { petrosani, type WorldAccount } from '../support/world';

/*
 * The device judges a decision from the verdicts it pulled, the server from its tables. The device is cut off once it has
 * pulled everything; both are asked the same, and the two answers are compared.
 */
const now = '2026-11-26T08:00:00.000Z';
const cases = 80;

interface Case {
  index: number;
  meter: 'own' | 'unknown';
  minute: number;
  day: '20' | '26'; // the 20th lies in no window
  ahead: boolean;
  staffId: 'ana' | 'vasile';
  kind: 'reading' | 'note' | 'registration';
  settledBefore: 'accept' | 'set-aside' | null;
  action: 'accept' | 'set-aside';
}

const usually = <T>(usual: T, ...rare: T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const decisionCase = fc.record<Case>({
  index: fc.constantFrom(100, 200, 229, 240, 990, 100_000, 3_000_000_000),
  meter: usually<Case['meter']>('own', 'unknown'),
  minute: fc.integer({ min: 0, max: 50 }),
  day: usually<Case['day']>('26', '20'),
  ahead: usually(false, true),
  staffId: usually<Case['staffId']>('ana', 'vasile'),
  kind: usually<Case['kind']>('reading', 'note', 'registration'),
  settledBefore: usually<Case['settledBefore']>(null, 'accept', 'set-aside'),
  action: fc.constantFrom('accept', 'set-aside'),
});

let utility: Utility;
let device: TestDevice;
let targets: { one: Case; submission: Submission }[];
let plugged = true;

beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: cases, now });
  const accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  targets = fc.sample(decisionCase, cases).map((one, place) => ({
    one,
    submission: submissionFor(one, accounts[place] as WorldAccount),
  }));
  for (const { one, submission } of targets) {
    await utility.counter.submit([submission], 1);
    if (one.settledBefore) await decideThere(submission, one.settledBefore, '2026-11-26T07:55:00.000Z');
  }
  const baseUrl = await utility.app.listen({ port: 0, host: '127.0.0.1' });
  const machine = new Machine(now);
  machine.enrolAs(utility.world.counter);
  device = await startDevice({
    machine,
    baseUrl,
    fetch: (...request) => (plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
  });
  await device.synced();
  await device.api.signIn('mihai', utility.world.password);
  plugged = false;
});
afterAll(async () => {
  await device.stop();
  await utility.close();
});

function submissionFor({ index, meter, minute, day, ahead, staffId, kind }: Case, account: WorldAccount) {
  const time = ahead ? '09:30' : `07:${String(minute).padStart(2, '0')}`;
  return readingSubmission(
    {
      device: utility.world.counter,
      account: { id: account.id, meterId: meter === 'own' ? account.meterId : 'meter-none' },
      index,
      capturedAt: `2026-11-${day}T${time}:00.000Z`,
      staffId,
    },
    { kind },
  );
}

async function decideThere(target: Submission, action: Case['action'], capturedAt = now) {
  const decision = decisionOn(target, { device: utility.world.counter, capturedAt, action });
  const [answer] = await utility.counter.submit([decision], 1);
  return answer?.findings;
}

async function decideHere({ id: submissionId }: Submission, action: Case['action']) {
  const outcome = await device.api.decide({ submissionId, action, note: 'verificat pe teren' });
  if (outcome.outcome === 'not-saved') throw new Error(outcome.reason);
  return outcome.outcome === 'blocked' ? outcome.findings : [];
}

test('the device and the server say the same of every decision', async () => {
  const seen = new Map<string, number>();
  const count = (code: string) => seen.set(code, (seen.get(code) ?? 0) + 1);
  for (const { one, submission } of targets) {
    const here = await decideHere(submission, one.action);
    expect(here, JSON.stringify(one)).toEqual(await decideThere(submission, one.action));
    for (const { code } of here) count(code);
    if (here.length === 0) count(one.action);
  }
  for (const code of ['accept', 'set-aside', 'not-decidable', 'already-settled'])
    expect(seen.get(code), code).toBeGreaterThan(0);
});

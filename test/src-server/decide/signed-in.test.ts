import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { routes } from '../../../shared/sync/routes';
import { headersOf } from '../../support/device-client';
import { correctionOf, decisionOn } from '../../support/settling';
import { readingSubmission } from '../../support/submission';
import { at, novemberAt, verdictAt } from '../../support/two-counters';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

/* Every counter knows everybody's id: who acts at one must have given a password there, to us. */

const notAllowed = [{ code: 'actor-not-allowed' }];

let utility: Utility;
let account: WorldAccount;
let stranger: WorldDevice; // a counter of the office at which nobody ever signed in
beforeEach(async () => {
  utility = await startUtility();
  [account] = utility.world.accounts as [WorldAccount];
  stranger = await addDevice(utility.database, { surface: 'counter', offices: [petrosani], signedIn: false });
});
afterEach(() => utility.close());

const there = (minute: number) => ({ device: stranger, capturedAt: at(minute) });
const send = (submission: Submission) => utility.client(stranger).submitOne(submission);
const sendFromHere = (submission: Submission) => utility.counter.submitOne(submission);
const reading = (capturedAt = at(0)) =>
  readingSubmission({ device: stranger, account, index: 240, capturedAt });

async function refusedReading(): Promise<Submission> {
  const { counter } = utility.world;
  const submission = readingSubmission({ device: counter, account, index: 200, capturedAt: at(0) });
  expect(await sendFromHere(submission)).toMatchObject({ outcome: 'refused' });
  return submission;
}

const verdictOf = (submission: Submission) => verdictAt(utility, submission);
const november = () => novemberAt(utility, account);

async function signIn(userName: string, when: string): Promise<void> {
  utility.clock.set(when);
  const payload = { userName, password: utility.world.password };
  const headers = headersOf(stranger.token);
  const reply = await utility.app.inject({ method: 'POST', url: routes.signIn, payload, headers });
  expect(reply.statusCode).toBe(200);
}

describe('at a counter at which nobody signed in', () => {
  test('an index, a note and the closing of a day are kept for a supervisor', async () => {
    const note = { ...reading(at(1)), kind: 'note' as const, payload: { text: 'contor aburit' } };
    const payload = { event: 'day-closed', day: '2026-11-26', submissions: 1 };
    const closing = { ...reading(at(2)), kind: 'cash-drawer' as const, payload };
    for (const submission of [reading(), note, closing]) {
      expect(await send(submission)).toMatchObject({ outcome: 'held', findings: notAllowed });
    }
    expect(await november()).toBeUndefined();
  });

  test('a supervisor’s decision is kept and settles nothing; one elsewhere settles the case and it', async () => {
    const submission = await refusedReading();
    const forged = decisionOn(submission, { ...there(5), action: 'accept' });
    expect(await send(forged)).toMatchObject({ outcome: 'held', findings: notAllowed });
    expect(await verdictOf(submission)).toMatchObject({ outcome: 'refused', settledBy: null });
    const here = { device: utility.world.counter, capturedAt: at(6) };
    const own = decisionOn(submission, { ...here, action: 'set-aside' });
    expect(await sendFromHere(own)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(submission)).toMatchObject({ outcome: 'refused', settledBy: own.id });
  });

  test('a supervisor’s correction is kept and counts only when one elsewhere accepts it', async () => {
    const correction = correctionOf(account, { ...there(5), index: 240 });
    expect(await send(correction)).toMatchObject({ outcome: 'held', findings: notAllowed });
    expect(await november()).toBeUndefined();
    const here = { device: utility.world.counter, capturedAt: at(6) };
    await sendFromHere(decisionOn(correction, { ...here, action: 'accept' }));
    expect(await november()).toMatchObject({ index: 240, submissionId: correction.id });
  });

  test('who signs in may act from then on; the others still may not', async () => {
    await signIn('Ana', at(10));
    expect(await send(reading(at(11)))).toMatchObject({ outcome: 'accepted' });
    const submission = await refusedReading();
    const decision = decisionOn(submission, { ...there(12), action: 'accept' });
    expect(await send(decision)).toMatchObject({ outcome: 'held', findings: notAllowed });
  });

  test('a device’s time may lag behind the first sign-in a little, not by a day', async () => {
    await signIn('ana', '2026-11-27T07:30:00.000Z');
    expect(await send(reading('2026-11-27T07:00:00.000Z'))).toMatchObject({ outcome: 'accepted' });
    expect(await send(reading(at(0)))).toMatchObject({ outcome: 'held', findings: notAllowed });
  });

  test('a sign-in is good for the policy’s thirty days and the shift that begins in them', async () => {
    await signIn('ana', '2026-10-27T07:00:00.000Z');
    utility.clock.set('2026-11-30T08:00:00.000Z');
    expect(await send(reading('2026-11-27T06:00:00.000Z'))).toMatchObject({ outcome: 'accepted' });
    expect(await send(reading('2026-11-27T08:00:00.000Z'))).toMatchObject({ outcome: 'held' });
  });

  test('a wrong password is no sign-in', async () => {
    const payload = { userName: 'mihai', password: 'ghicit' };
    const headers = headersOf(stranger.token);
    await utility.app.inject({ method: 'POST', url: routes.signIn, payload, headers });
    const decision = decisionOn(await refusedReading(), { ...there(5), action: 'accept' });
    expect(await send(decision)).toMatchObject({ outcome: 'held', findings: notAllowed });
  });
});

test('an index dated ahead of us is refused for that', async () => {
  const answer = await sendFromHere(
    readingSubmission({
      device: utility.world.counter,
      account,
      index: 240,
      capturedAt: '2030-01-26T07:00:00.000Z',
    }),
  );
  expect(answer).toMatchObject({ outcome: 'refused' });
  expect(answer.findings).toContainEqual(expect.objectContaining({ code: 'captured-ahead' }));
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PeriodReading } from '../../../shared/model/account';
import type { Verdict } from '../../../shared/model/verdict';
import { markPeriodBilled } from '../../../src-server/accounts/administer';
import { holdBilling } from '../../../src-server/accounts/billing-lock';
import { customerReading } from '../../support/customer';
import { correctionOf, decisionOn } from '../../support/settling';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const at = (minute: number) => `2026-11-26T07:${String(minute).padStart(2, '0')}:00.000Z`;

let utility: Utility;
let account: WorldAccount;
let second: WorldDevice;
beforeEach(async () => {
  utility = await startUtility();
  [account] = utility.world.accounts as [WorldAccount];
  second = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
});
afterEach(() => utility.close());

const send = (...args: Parameters<Utility['counter']['submitOne']>) => utility.counter.submitOne(...args);
const sendSecond = (...args: Parameters<Utility['counter']['submitOne']>) =>
  utility.client(second).submitOne(...args);
const reading = (index: number, minute = 0, staffId: string | null = 'ana') =>
  readingSubmission({ device: utility.world.counter, account, index, capturedAt: at(minute), staffId });
const here = (minute: number) => ({ device: utility.world.counter, capturedAt: at(minute) });
const there = (minute: number) => ({ device: second, capturedAt: at(minute) });

async function verdictOf({ id }: { id: string }): Promise<Verdict> {
  const { documents } = await utility.counter.pullAll('verdicts');
  return documents.find((document) => document.id === id) as unknown as Verdict;
}

async function november(): Promise<PeriodReading | undefined> {
  const { documents } = await utility.counter.pullAll('readings');
  const months = documents.find(({ id }) => id === account.meterId)?.months as PeriodReading[];
  return months.find(({ period }) => period === '2026-11');
}

/** Refused when it arrived: below last month's 230. */
async function refusedReading(minute = 0) {
  const submission = reading(200, minute);
  expect(await send(submission)).toMatchObject({ outcome: 'refused' });
  return submission;
}

describe('a supervisor’s decision', () => {
  test('lets a refused index count, as both its device and every counter of the office see', async () => {
    const submission = await refusedReading();
    const { checkpoint } = await utility.counter.pullAll('verdicts');
    const decision = decisionOn(submission, { ...there(5), action: 'accept' });
    expect(await sendSecond(decision)).toEqual({ id: decision.id, outcome: 'accepted', findings: [] });
    const expected = {
      outcome: 'accepted',
      review: false,
      superseded: false,
      settledBy: decision.id,
      settlement: { action: 'accept', note: 'verificat pe teren', by: 'Mihai Ban', at: at(5) },
      findings: [{ code: 'index-below-previous' }],
    };
    const { documents } = await utility.counter.pullAll('verdicts', checkpoint);
    expect(documents.find(({ id }) => id === submission.id)).toMatchObject(expected);
    expect(await november()).toMatchObject({ index: 200, submissionId: submission.id, source: 'clerk' });
  });

  test('is asked for where the device has a name, which a kiosk does not learn', async () => {
    const submission = await refusedReading();
    expect(await verdictOf(submission)).toMatchObject({ deviceName: utility.world.counter.name });
    const device = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
    const kiosk = utility.client(device);
    const made = { device, account, index: 240, capturedAt: at(2) };
    await kiosk.submitOne(await customerReading(utility, made));
    expect((await kiosk.pullAll('verdicts')).documents).toMatchObject([{ deviceName: null }]);
  });

  test('sets a held index aside for good', async () => {
    await markPeriodBilled(utility.database.db, '2026-11', { actor: 'test', now: at(0) });
    const submission = reading(240);
    expect(await send(submission)).toMatchObject({ outcome: 'held' });
    const decision = decisionOn(submission, { ...here(5), action: 'set-aside' });
    expect(await send(decision)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(submission)).toMatchObject({ outcome: 'refused', settledBy: decision.id });
    expect(await november()).toBeUndefined();
  });

  test('lets an index count that was held for its author and never got as far as its rules', async () => {
    const submission = reading(240, 0, 'vasile');
    expect(await send(submission)).toMatchObject({ outcome: 'held' });
    expect((await verdictOf(submission)).summary).toEqual({
      period: '2026-11',
      index: 240,
      meterId: account.meterId,
    });
    await send(decisionOn(submission, { ...here(5), action: 'accept' }));
    expect(await november()).toMatchObject({ index: 240, submissionId: submission.id });
  });

  test('on something accepted for review says that it was looked at, or takes it back', async () => {
    const [seen, taken] = [reading(930, 0), reading(931, 1)];
    await send(seen);
    await send(taken); // far above usual and not confirmed
    expect(await verdictOf(taken)).toMatchObject({ outcome: 'accepted', review: true });
    expect(await verdictOf(seen)).toMatchObject({ superseded: true, review: true });
    await send(decisionOn(seen, { ...here(5), action: 'accept' }));
    expect(await verdictOf(seen)).toMatchObject({ outcome: 'accepted', review: false, superseded: true });
    await send(decisionOn(taken, { ...here(6), action: 'set-aside' }));
    expect(await verdictOf(taken)).toMatchObject({ outcome: 'refused', superseded: false });
    expect(await verdictOf(seen)).toMatchObject({ outcome: 'accepted', superseded: false });
    expect(await november()).toMatchObject({ index: 930 });
  });

  test('counts by the rule of the month: a later index goes on standing', async () => {
    const submission = await refusedReading(0);
    await send(reading(240, 3));
    await send(decisionOn(submission, { ...here(5), action: 'accept' }));
    expect(await verdictOf(submission)).toMatchObject({ outcome: 'accepted', superseded: true });
    expect(await november()).toMatchObject({ index: 240 });
  });

  test('asked again gives the same answer and changes nothing', async () => {
    const submission = await refusedReading();
    const decision = decisionOn(submission, { ...here(5), action: 'accept' });
    const answers = await Promise.all([send(decision), send(decision), send(decision)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { checkpoint } = await utility.counter.pullAll('verdicts');
    await send(decision);
    expect((await utility.counter.pull('verdicts', checkpoint)).documents).toEqual([]);
  });

  test('of two supervisors at once the first one’s stands, also when it arrives later', async () => {
    const submission = await refusedReading();
    const later = decisionOn(submission, { ...there(6), action: 'accept' });
    const earlier = decisionOn(submission, { ...here(5), action: 'set-aside' });
    expect(await sendSecond(later)).toMatchObject({ outcome: 'accepted' });
    expect(await send(earlier)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(later)).toMatchObject({
      outcome: 'refused',
      findings: [{ code: 'already-settled' }],
    });
    expect(await verdictOf(submission)).toMatchObject({ outcome: 'refused', settledBy: earlier.id });
    expect(await november()).toBeUndefined();
    const last = decisionOn(submission, { ...here(7), action: 'accept' });
    expect(await send(last)).toMatchObject({ outcome: 'refused', findings: [{ code: 'already-settled' }] });
  });

  test('sent by two at the same moment settles once', async () => {
    const submission = await refusedReading();
    const both = [
      decisionOn(submission, { ...here(5), action: 'accept' }),
      decisionOn(submission, { ...there(5), action: 'set-aside' }),
    ] as const;
    await Promise.all([send(both[0]), sendSecond(both[1])]);
    expect(await verdictOf(submission)).toMatchObject({ outcome: 'accepted', settledBy: both[0].id });
    expect(await verdictOf(both[1])).toMatchObject({ outcome: 'refused' });
  });

  test.each(['ana', 'ioana', 'vasile', 'nobody'])(
    'of %s settles nothing, and the case stays open',
    async (staffId) => {
      const submission = await refusedReading();
      const decision = decisionOn(submission, { ...here(5), action: 'accept', staffId });
      expect(await send(decision)).toMatchObject({
        outcome: 'refused',
        findings: [{ code: 'actor-not-allowed' }],
      });
      expect(await verdictOf(submission)).toMatchObject({ outcome: 'refused', settledBy: null });
    },
  );

  test('cannot be made from another office, nor on a kiosk', async () => {
    const submission = await refusedReading();
    const elsewhere = await addDevice(utility.database, { surface: 'counter', offices: [lupeni] });
    const kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
    const by = (device: WorldDevice) =>
      utility
        .client(device)
        .submitOne(decisionOn(submission, { device, capturedAt: at(5), action: 'accept' }));
    expect(await by(elsewhere)).toMatchObject({ outcome: 'refused', findings: [{ code: 'outside-scope' }] });
    expect(await by(kiosk)).toMatchObject({ outcome: 'refused', findings: [{ code: 'actor-not-allowed' }] });
  });

  test('cannot let count what nobody can count, or settle what is settled already', async () => {
    const unknown = readingSubmission({
      device: utility.world.counter,
      account: { id: account.id, meterId: 'meter-none' },
      index: 240,
      capturedAt: at(0),
    });
    const tooLong = reading(999_999);
    const fine = reading(240);
    for (const submission of [fine, unknown, tooLong]) await send(submission);
    const on = (target: { id: string }, action: 'accept' | 'set-aside') =>
      send(decisionOn(target, { ...here(5), action }));
    expect(await on(unknown, 'accept')).toMatchObject({ findings: [{ code: 'not-decidable' }] });
    expect(await on(tooLong, 'accept')).toMatchObject({ findings: [{ code: 'not-decidable' }] });
    expect(await on(fine, 'set-aside')).toMatchObject({ findings: [{ code: 'already-settled' }] });
    expect(await on(unknown, 'set-aside')).toMatchObject({ outcome: 'accepted' });
    expect(await on(tooLong, 'set-aside')).toMatchObject({ outcome: 'accepted' });
  });

  test('without a note is malformed', async () => {
    const submission = await refusedReading();
    const decision = decisionOn(submission, { ...here(5), action: 'accept', note: ' x ' });
    expect(await send(decision)).toMatchObject({
      outcome: 'not-recorded',
      findings: [{ code: 'malformed' }],
    });
  });

  test('that comes before what it settles waits, and is applied when that arrives', async () => {
    const submission = reading(200);
    const decision = decisionOn(submission, { ...here(5), action: 'accept' });
    expect(await send(decision)).toMatchObject({
      outcome: 'held',
      findings: [{ code: 'unknown-submission' }],
    });
    expect(await send(submission)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(submission)).toMatchObject({ outcome: 'accepted', settledBy: decision.id });
    expect(await verdictOf(decision)).toMatchObject({
      outcome: 'accepted',
      findings: [],
      accountId: account.id,
    });
    expect(await november()).toMatchObject({ index: 200 });
  });

  test('that waits for something is not applied once another supervisor has set it aside', async () => {
    const submission = reading(200);
    const decision = decisionOn(submission, { ...here(5), action: 'accept' });
    await send(decision);
    const other = decisionOn(decision, { ...there(6), action: 'set-aside' });
    expect(await sendSecond(other)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(decision)).toMatchObject({ outcome: 'refused', settledBy: other.id });
    expect(await send(submission)).toMatchObject({ outcome: 'refused' });
    expect(await verdictOf(submission)).toMatchObject({ settledBy: null });
  });

  test('that arrives at the same moment as what it settles misses it never', async () => {
    for (let round = 0; round < 10; round++) {
      const submission = reading(200 + round, round);
      const decision = decisionOn(submission, { ...there(30 + round), action: 'accept' });
      await Promise.all([send(submission), sendSecond(decision)]);
      expect(await verdictOf(submission)).toMatchObject({ outcome: 'accepted', settledBy: decision.id });
      expect(await verdictOf(decision)).toMatchObject({ outcome: 'accepted', findings: [] });
    }
  });

  test('that sets aside what the server could never record is kept', async () => {
    const decision = decisionOn(reading(240), { ...here(5), action: 'set-aside' });
    expect(await send(decision)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('while a month is being marked as billed', () => {
  /** Sends while the marking is under way; a value that changed meanwhile would be in no export. */
  async function sentMeanwhile(submission: Parameters<typeof send>[0]) {
    let sent: ReturnType<typeof send> | undefined;
    await utility.database.db.transaction(async (tx) => {
      await holdBilling(tx);
      sent = send(submission);
      await vi.waitFor(async () => {
        const { rows } = await utility.database.pool.query(
          `select 1 from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted
             and database = (select oid from pg_database where datname = current_database())`,
        );
        expect(rows).toHaveLength(1);
      });
      expect(await november()).toBeUndefined();
    });
    return sent;
  }

  test('a decision that lets an index count waits', async () => {
    const submission = await refusedReading();
    const decision = decisionOn(submission, { ...here(5), action: 'accept' });
    expect(await sentMeanwhile(decision)).toMatchObject({ outcome: 'accepted' });
    expect(await november()).toMatchObject({ index: 200 });
  });

  test('a correction waits', async () => {
    const correction = correctionOf(account, { ...here(5), index: 240 });
    expect(await sentMeanwhile(correction)).toMatchObject({ outcome: 'accepted' });
    expect(await november()).toMatchObject({ index: 240 });
  });
});

describe('a supervisor’s correction', () => {
  test('counts outside the window and in a billed month, and settles what it is sent instead of', async () => {
    await markPeriodBilled(utility.database.db, '2026-11', { actor: 'test', now: at(0) });
    const submission = reading(900, 0);
    await send(submission);
    const correction = correctionOf(account, {
      device: utility.world.counter,
      capturedAt: '2026-12-03T09:00:00.000Z',
      index: 240,
      settles: submission.id,
    });
    utility.clock.set('2026-12-03T09:00:00.000Z');
    expect(await send(correction)).toEqual({ id: correction.id, outcome: 'accepted', findings: [] });
    expect(await november()).toMatchObject({ index: 240, submissionId: correction.id, source: 'clerk' });
    expect(await verdictOf(correction)).toMatchObject({
      summary: { period: '2026-11', index: 240, meterId: account.meterId },
    });
    expect(await verdictOf(submission)).toMatchObject({
      outcome: 'refused',
      settledBy: correction.id,
      settlement: { action: 'corrected', note: 'citit pe teren' },
    });
  });

  test('that came too late to settle counts, and says that it settled nothing', async () => {
    const submission = await refusedReading();
    await send(decisionOn(submission, { ...here(5), action: 'set-aside' }));
    const late = correctionOf(account, { ...here(6), index: 240, settles: submission.id });
    const findings = [{ code: 'already-settled' }];
    expect(await send(late)).toEqual({ id: late.id, outcome: 'accepted', findings });
    expect(await november()).toMatchObject({ index: 240 });
    const first = decisionOn(submission, { ...there(4), action: 'set-aside' });
    expect(await sendSecond(first)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(late)).toMatchObject({ outcome: 'accepted', findings });
  });

  test('that an earlier decision takes the place of says so, whichever arrives first', async () => {
    const [here5, there4] = [here(5), there(4)];
    const [early, waiting] = [await refusedReading(0), reading(200, 1)];
    const findings = [{ code: 'already-settled' }];
    const displaced = correctionOf(account, { ...here5, index: 240, settles: early.id });
    expect(await send(displaced)).toMatchObject({ outcome: 'accepted', findings: [] });
    await sendSecond(decisionOn(early, { ...there4, action: 'set-aside' }));
    expect(await verdictOf(displaced)).toMatchObject({ outcome: 'accepted', findings });
    const waits = correctionOf(account, { ...here(7), index: 241, settles: waiting.id });
    await send(waits);
    await sendSecond(decisionOn(waiting, { ...there(6), action: 'set-aside' }));
    await send(waiting);
    expect(await verdictOf(waits)).toMatchObject({ outcome: 'accepted', findings });
  });

  test('that is sent instead of an index of another account leaves that one open', async () => {
    const submission = await refusedReading();
    const other = utility.world.accounts[1] as WorldAccount;
    const correction = correctionOf(other, { ...here(5), index: 240, settles: submission.id });
    expect(await send(correction)).toMatchObject({
      outcome: 'accepted',
      findings: [{ code: 'not-decidable' }],
    });
    expect(await verdictOf(submission)).toMatchObject({ settledBy: null });
  });

  test('that is unusual and was not confirmed counts, for somebody to look at', async () => {
    const below = correctionOf(account, { ...here(5), index: 100 });
    expect(await send(below)).toMatchObject({
      outcome: 'accepted',
      findings: [{ code: 'correction-below-previous', previousIndex: 230, previousPeriod: '2026-10' }],
    });
    expect(await verdictOf(below)).toMatchObject({ review: true });
    const above = correctionOf(
      account,
      { ...here(6), index: 225, period: '2026-09' },
      { confirmed: ['correction-above-next'] },
    );
    expect(await send(above)).toMatchObject({ findings: [] });
    const higher = correctionOf(
      account,
      { ...here(7), index: 235, period: '2026-09' },
      { confirmed: ['correction-above-next'] },
    );
    expect(await send(higher)).toMatchObject({
      outcome: 'accepted',
      findings: [{ code: 'correction-above-next', nextIndex: 230, nextPeriod: '2026-10' }],
    });
    expect(await verdictOf(higher)).toMatchObject({ review: false });
  });

  test.each([
    ['too long for the register', { index: 100_000 }, 'index-too-long'],
    ['of a month that has not begun', { index: 240, period: '2027-01' }, 'correction-period'],
    ['of a month before the meter', { index: 240, period: '2019-12' }, 'correction-period'],
    ['by a clerk', { index: 240, staffId: 'ana' }, 'actor-not-allowed'],
  ])('%s is refused', async (_, made, code) => {
    const correction = correctionOf(account, { ...here(5), ...made });
    const answer = await send(correction);
    expect(answer.outcome).toBe('refused');
    expect(answer.findings[0]?.code).toBe(code);
  });

  test('is outranked by the utility’s own reader', async () => {
    await utility.database.pool.query(
      `update reading_revisions set source = 'reader' where meter_id = $1 and period = '2026-10'`,
      [account.meterId],
    );
    const correction = correctionOf(account, { ...here(5), index: 229, period: '2026-10' });
    expect(await send(correction)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(correction)).toMatchObject({ superseded: true });
  });
});

test('an opened drawer is kept and written down, by staff alone', async () => {
  const opening = decisionOn({ id: '' }, { ...here(20), action: 'accept', staffId: 'ana' });
  const payload = { event: 'drawer-opened', day: '2026-11-26', openingBani: 20_000 };
  const drawer = { ...opening, kind: 'cash-drawer' as const, payload };
  expect(await send(drawer)).toMatchObject({ outcome: 'accepted' });
  const { rows } = await utility.database.pool.query(
    `select actor, detail from audit where action = 'drawer-opened'`,
  );
  expect(rows).toEqual([{ actor: 'ana', detail: { day: '2026-11-26', openingBani: 20_000 } }]);
  const another = decisionOn({ id: '' }, { ...here(21), action: 'accept' });
  const byCustomer = { ...drawer, id: another.id, actor: { kind: 'customer' as const } };
  expect(await send(byCustomer)).toMatchObject({
    outcome: 'held',
    findings: [{ code: 'actor-not-allowed' }],
  });
});

test('a closed day is kept and written down; other events of a drawer are not served yet', async () => {
  const closing = decisionOn({ id: '' }, { ...here(30), action: 'accept', staffId: 'ana' });
  const payload = { event: 'day-closed', day: '2026-11-26', submissions: 3 };
  expect(await send({ ...closing, kind: 'cash-drawer', payload })).toMatchObject({ outcome: 'accepted' });
  const { rows } = await utility.database.pool.query(
    `select actor, detail from audit where action = 'day-closed'`,
  );
  expect(rows).toEqual([{ actor: 'ana', detail: { day: '2026-11-26', submissions: 3, closedAt: at(30) } }]);
  const opened = decisionOn({ id: '' }, { ...here(31), action: 'accept', staffId: 'ana' });
  expect(await send({ ...opened, kind: 'cash-drawer', payload: { event: 'opened' } })).toMatchObject({
    outcome: 'refused',
    findings: [{ code: 'kind-not-served' }],
  });
});

import { describe, expect, test } from 'vitest';
import { markPeriodBilled } from '../../../src-server/accounts/administer';
import { correctionOf, decisionOn } from '../../support/settling';
import { at, twoCounters } from '../../support/two-counters';
import type { WorldAccount } from '../../support/world';

const counters = twoCounters();
const { send, sendSecond, reading, here, there, verdictOf, november, refusedReading } = counters;

describe('a supervisor’s correction', () => {
  test('counts outside the window and in a billed month, and settles what it is sent instead of', async () => {
    await markPeriodBilled(counters.utility.database.db, '2026-11', { actor: 'test', now: at(0) });
    const submission = reading(900, 0);
    await send(submission);
    const correction = correctionOf(counters.account, {
      device: counters.utility.world.counter,
      capturedAt: '2026-12-03T09:00:00.000Z',
      index: 240,
      settles: submission.id,
    });
    counters.utility.clock.set('2026-12-03T09:00:00.000Z');
    expect(await send(correction)).toEqual({ id: correction.id, outcome: 'accepted', findings: [] });
    expect(await november()).toMatchObject({ index: 240, submissionId: correction.id, source: 'clerk' });
    expect(await verdictOf(correction)).toMatchObject({
      summary: { period: '2026-11', index: 240, meterId: counters.account.meterId },
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
    const late = correctionOf(counters.account, { ...here(6), index: 240, settles: submission.id });
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
    const displaced = correctionOf(counters.account, { ...here5, index: 240, settles: early.id });
    expect(await send(displaced)).toMatchObject({ outcome: 'accepted', findings: [] });
    await sendSecond(decisionOn(early, { ...there4, action: 'set-aside' }));
    expect(await verdictOf(displaced)).toMatchObject({ outcome: 'accepted', findings });
    const waits = correctionOf(counters.account, { ...here(7), index: 241, settles: waiting.id });
    await send(waits);
    await sendSecond(decisionOn(waiting, { ...there(6), action: 'set-aside' }));
    await send(waiting);
    expect(await verdictOf(waits)).toMatchObject({ outcome: 'accepted', findings });
  });

  test('that is sent instead of an index of another account leaves that one open', async () => {
    const submission = await refusedReading();
    const other = counters.utility.world.accounts[1] as WorldAccount;
    const correction = correctionOf(other, { ...here(5), index: 240, settles: submission.id });
    expect(await send(correction)).toMatchObject({
      outcome: 'accepted',
      findings: [{ code: 'not-decidable' }],
    });
    expect(await verdictOf(submission)).toMatchObject({ settledBy: null });
  });

  test('that is unusual and was not confirmed counts, for somebody to look at', async () => {
    const below = correctionOf(counters.account, { ...here(5), index: 100 });
    expect(await send(below)).toMatchObject({
      outcome: 'accepted',
      findings: [{ code: 'correction-below-previous', previousIndex: 230, previousPeriod: '2026-10' }],
    });
    expect(await verdictOf(below)).toMatchObject({ review: true });
    const above = correctionOf(
      counters.account,
      { ...here(6), index: 225, period: '2026-09' },
      { confirmed: ['correction-above-next'] },
    );
    expect(await send(above)).toMatchObject({ findings: [] });
    const higher = correctionOf(
      counters.account,
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
    const correction = correctionOf(counters.account, { ...here(5), ...made });
    const answer = await send(correction);
    expect(answer.outcome).toBe('refused');
    expect(answer.findings[0]?.code).toBe(code);
  });

  test('is outranked by the utility’s own reader', async () => {
    await counters.utility.database.pool.query(
      `update reading_revisions set source = 'reader' where meter_id = $1 and period = '2026-10'`,
      [counters.account.meterId],
    );
    const correction = correctionOf(counters.account, { ...here(5), index: 229, period: '2026-10' });
    expect(await send(correction)).toMatchObject({ outcome: 'accepted' });
    expect(await verdictOf(correction)).toMatchObject({ superseded: true });
  });
});

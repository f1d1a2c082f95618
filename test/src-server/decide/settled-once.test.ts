import { describe, expect, test } from 'vitest';
import { decisionOn } from '../../support/settling';
import { twoCounters } from '../../support/two-counters';

const counters = twoCounters();
const { send, sendSecond, here, there, verdictOf, november, refusedReading } = counters;

describe('a supervisor’s decision', () => {
  test('asked again gives the same answer and changes nothing', async () => {
    const submission = await refusedReading();
    const decision = decisionOn(submission, { ...here(5), action: 'accept' });
    const answers = await Promise.all([send(decision), send(decision), send(decision)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { checkpoint } = await counters.utility.counter.pullAll('verdicts');
    await send(decision);
    expect((await counters.utility.counter.pull('verdicts', checkpoint)).documents).toEqual([]);
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
});

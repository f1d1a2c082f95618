import { describe, expect, test } from 'vitest';
import { decisionOn } from '../../support/settling';
import { twoCounters } from '../../support/two-counters';

const counters = twoCounters();
const { send, sendSecond, reading, here, there, verdictOf, november } = counters;

describe('a supervisor’s decision', () => {
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
      accountId: counters.account.id,
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

import { describe, expect, test } from 'vitest';
import { decisionOn } from '../../support/settling';
import { readingSubmission } from '../../support/submission';
import { at, twoCounters } from '../../support/two-counters';
import { addDevice, lupeni, petrosani, type WorldDevice } from '../../support/world';

const counters = twoCounters();
const { send, reading, here, verdictOf, refusedReading } = counters;

describe('a supervisor’s decision', () => {
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
    const elsewhere = await addDevice(counters.utility.database, { surface: 'counter', offices: [lupeni] });
    const kiosk = await addDevice(counters.utility.database, {
      surface: 'self-service',
      offices: [petrosani],
    });
    const by = (device: WorldDevice) =>
      counters.utility
        .client(device)
        .submitOne(decisionOn(submission, { device, capturedAt: at(5), action: 'accept' }));
    expect(await by(elsewhere)).toMatchObject({ outcome: 'refused', findings: [{ code: 'outside-scope' }] });
    expect(await by(kiosk)).toMatchObject({ outcome: 'refused', findings: [{ code: 'actor-not-allowed' }] });
  });

  test('cannot let count what nobody can count, or settle what is settled already', async () => {
    const unknown = readingSubmission({
      device: counters.utility.world.counter,
      account: { id: counters.account.id, meterId: 'meter-none' },
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
});

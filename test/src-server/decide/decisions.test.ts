import { describe, expect, test } from 'vitest';
import { markPeriodBilled } from '../../../src-server/accounts/administer';
import { customerReading } from '../../support/customer';
import { decisionOn } from '../../support/settling';
import { at, twoCounters } from '../../support/two-counters';
import { addDevice, petrosani } from '../../support/world';

const counters = twoCounters();
const { send, sendSecond, reading, here, there, verdictOf, november, refusedReading } = counters;

describe('a supervisor’s decision', () => {
  test('lets a refused index count, as both its device and every counter of the office see', async () => {
    const submission = await refusedReading();
    const { checkpoint } = await counters.utility.counter.pullAll('verdicts');
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
    const { documents } = await counters.utility.counter.pullAll('verdicts', checkpoint);
    expect(documents.find(({ id }) => id === submission.id)).toMatchObject(expected);
    expect(await november()).toMatchObject({ index: 200, submissionId: submission.id, source: 'clerk' });
  });

  test('is asked for where the device has a name, which a kiosk does not learn', async () => {
    const submission = await refusedReading();
    expect(await verdictOf(submission)).toMatchObject({ deviceName: counters.utility.world.counter.name });
    const device = await addDevice(counters.utility.database, {
      surface: 'self-service',
      offices: [petrosani],
    });
    const kiosk = counters.utility.client(device);
    const { account } = counters;
    const made = { device, account, index: 240, capturedAt: at(2) };
    await kiosk.submitOne(await customerReading(counters.utility, made));
    expect((await kiosk.pullAll('verdicts')).documents).toMatchObject([{ deviceName: null }]);
  });

  test('sets a held index aside for good', async () => {
    await markPeriodBilled(counters.utility.database.db, '2026-11', { actor: 'test', now: at(0) });
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
      meterId: counters.account.meterId,
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

  test('without a note is malformed', async () => {
    const submission = await refusedReading();
    const decision = decisionOn(submission, { ...here(5), action: 'accept', note: ' x ' });
    expect(await send(decision)).toMatchObject({
      outcome: 'not-recorded',
      findings: [{ code: 'malformed' }],
    });
  });
});

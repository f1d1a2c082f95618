import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { markPeriodBilled } from '../../../src-server/accounts/administer';
import { correctionOf, decisionOn } from '../../support/settling';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

/*
 * After a restore two counters offer their journals again, and what one decided may arrive before what the other had
 * sent. Every order ends in the same state.
 */
const runs = 25;

let utility: Utility;
let unused: WorldAccount[];
let devices: WorldDevice[];
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 2 * runs, now: '2026-11-28T11:00:00.000Z' });
  await markPeriodBilled(utility.database.db, '2026-11', { actor: 'test', now: '2026-11-28T09:00:00.000Z' });
  unused = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  devices = [
    utility.world.counter,
    await addDevice(utility.database, { surface: 'counter', offices: [petrosani] }),
  ];
});
afterAll(() => utility.close());

interface MadeTarget {
  below: boolean; // refused, else held since the month is billed
  minute: number;
  by: number; // which device
}

interface MadeSettling {
  of: number; // which target
  how: 'accept' | 'set-aside' | 'correct';
  minute: number;
  by: number;
  supervisor: boolean;
}

const by = fc.integer({ min: 0, max: 1 });
const target = fc.record<MadeTarget>({ below: fc.boolean(), minute: fc.integer({ min: 0, max: 2 }), by });
const settling = fc.record<MadeSettling>({
  of: fc.integer({ min: 0, max: 2 }),
  how: fc.constantFrom('accept', 'set-aside', 'correct'),
  minute: fc.integer({ min: 3, max: 6 }), // few, so that two are often captured in the same one
  by,
  supervisor: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
});

const scenario = fc
  .record({
    targets: fc.array(target, { minLength: 1, maxLength: 3 }),
    settlings: fc.array(settling, { minLength: 1, maxLength: 5 }),
  })
  .chain((made) => {
    const places = [...made.targets, ...made.settlings].map((_, place) => place);
    const order = fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length });
    return fc.record({ made: fc.constant(made), order });
  });
type Made = { targets: MadeTarget[]; settlings: MadeSettling[] };

const moment = (minute: number): string => `2026-11-28T10:0${minute}:00.000Z`;
const deviceOf = (place: number): WorldDevice => devices[place] ?? utility.world.counter;

/** In the order in which people made them. */
function submissionsOf({ targets, settlings }: Made, account: WorldAccount): Submission[] {
  const readings = targets.map(({ below, minute, by: place }, number) =>
    readingSubmission({
      device: deviceOf(place),
      account,
      index: (below ? 200 : 240) + number,
      capturedAt: moment(minute),
    }),
  );
  const settled = settlings.map(({ of, how, minute, by: place, supervisor }, number) => {
    const on = readings[of % readings.length] as Submission;
    const made = {
      device: deviceOf(place),
      capturedAt: moment(minute),
      staffId: supervisor ? 'mihai' : 'ana',
    };
    return how === 'correct'
      ? correctionOf(account, { ...made, index: 235 + number, settles: on.id })
      : decisionOn(on, { ...made, action: how });
  });
  return [...readings, ...settled];
}

/** What came of it, without ids: places say the same in every run. */
async function outcomeOf(made: Made, order: readonly number[]) {
  const account = unused.pop();
  if (!account) throw new Error('no account left');
  const submissions = submissionsOf(made, account);
  const placeOf = (id: unknown) => submissions.findIndex((submission) => submission.id === id);
  for (const place of order) {
    const submission = submissions[place] as Submission;
    const device = devices.find(({ id }) => id === submission.deviceId) as WorldDevice;
    await utility.client(device).submit([submission], 1);
  }
  const verdicts = (await utility.counter.pullAll('verdicts')).documents;
  const documents = (await utility.counter.pullAll('readings')).documents;
  const months = documents.find(({ id }) => id === account.meterId)?.months as Record<string, unknown>[];
  const november = months.find(({ period }) => period === '2026-11');
  const { rows: waiting } = await utility.database.pool.query(
    'select 1 from verdicts where waits_for is not null',
  );
  return {
    waiting: waiting.length,
    stands: november ? { index: november.index, place: placeOf(november.submissionId) } : null,
    verdicts: submissions.map(({ id, kind, actor }) => {
      const verdict = verdicts.find((document) => document.id === id) as Record<string, unknown>;
      const { outcome, superseded, review, settledBy, accountId } = verdict;
      const settled = settledBy === null ? null : placeOf(settledBy);
      const byClerk = kind === 'decision' && actor.kind === 'staff' && actor.staffId === 'ana';
      const about = byClerk || accountId === account.id; // a clerk's is refused unread
      return { outcome, superseded, review, settled, about };
    }),
  };
}

test('two counters’ indexes and decisions end in the same state in whatever order they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ made, order }) => {
      const asMade = await outcomeOf(
        made,
        order.toSorted((a, b) => a - b),
      );
      expect(asMade.waiting).toBe(0);
      expect(await outcomeOf(made, order)).toEqual(asMade);
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

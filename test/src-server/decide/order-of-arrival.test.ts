import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerReading } from '../../support/customer';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { petrosani, type WorldAccount } from '../../support/world';

const runs = 15;

let utility: Utility;
let unused: WorldAccount[];
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 2 * runs, now: '2026-12-01T08:00:00.000Z' });
  unused = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
});
afterAll(() => utility.close());

const sent = fc.record({
  index: fc.integer({ min: 230, max: 260 }),
  minute: fc.integer({ min: 0, max: 3 }), // few, so that two are often captured in the same one
  byCustomer: fc.boolean(),
});

async function finalReading(
  readings: { index: number; minute: number; byCustomer: boolean }[],
  order: number[],
) {
  const account = unused.pop();
  if (!account) throw new Error('no account left');
  const submissions = await Promise.all(
    readings.map(async ({ index, minute, byCustomer }) => {
      const capturedAt = `2026-11-28T10:0${minute}:00.000Z`;
      const made = { device: utility.world.counter, account, index, capturedAt };
      return byCustomer ? customerReading(utility, made) : readingSubmission(made);
    }),
  );
  const inOrder = order.flatMap((place) => submissions[place] ?? []);
  const answers = await utility.counter.submit(inOrder, 1);
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  const { documents } = await utility.counter.pullAll('readings');
  const months = documents.find(({ id }) => id === account.meterId)?.months as Record<string, unknown>[];
  const last = months.at(-1);
  return {
    index: last?.index,
    source: last?.source,
    place: submissions.findIndex(({ id }) => id === last?.submissionId),
  };
}

test("the month's reading is the same whatever the order in which indexes arrive", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sent, { minLength: 2, maxLength: 5 }).chain((readings) => {
        const places = readings.map((_, place) => place);
        return fc.tuple(
          fc.constant(readings),
          fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length }),
        );
      }),
      async ([readings, order]) => {
        const asMade = await finalReading(readings, order.toSorted());
        expect(await finalReading(readings, order)).toEqual(asMade);
      },
    ),
    { numRuns: runs, endOnFailure: true },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withOwnReadings } from '../../../shared/metering/own-readings';
import { compareRevisions, latestReadings, periodReadings } from '../../../shared/metering/period-reading';
import type { PeriodReading } from '../../../shared/model/account';
import { reading } from './facts';

const revision: fc.Arbitrary<PeriodReading> = fc.record({
  period: fc.constantFrom('2026-09', '2026-10', '2026-11'),
  index: fc.nat(99_999),
  capturedAt: fc.constantFrom(
    '2026-11-25T08:00:00.000Z',
    '2026-11-25T08:00:00.001Z',
    '2026-11-26T08:00:00.000Z',
  ),
  submissionId: fc.uuid(),
  source: fc.constantFrom('customer', 'clerk', 'reader', 'estimate'),
});
const revisions = fc.uniqueArray(revision, { selector: ({ submissionId }) => submissionId, maxLength: 12 });

test('the order of arrival never decides which reading stands', () => {
  fc.assert(
    fc.property(
      revisions.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([sent, arrived]) => {
        expect(periodReadings(arrived)).toEqual(periodReadings(sent));
      },
    ),
  );
});

test('a revision that arrives in parts, each laid over what stands, ends the same', () => {
  fc.assert(
    fc.property(revisions, fc.nat(12), (list, cut) => {
      const first = periodReadings(list.slice(0, cut));
      expect(periodReadings([...first, ...list.slice(cut)])).toEqual(periodReadings(list));
    }),
  );
});

test('revisions are in a total order', () => {
  fc.assert(
    fc.property(revision, revision, revision, (a, b, c) => {
      expect(Math.sign(compareRevisions(a, b))).toBe(-Math.sign(compareRevisions(b, a)));
      if (compareRevisions(a, b) <= 0 && compareRevisions(b, c) <= 0)
        expect(compareRevisions(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test('the utility’s reader outranks a later self-reading, which outranks an estimate', () => {
  const byReader = reading('2026-11', 1250, { source: 'reader', capturedAt: '2026-11-25T08:00:00.000Z' });
  const later = reading('2026-11', 1260, { submissionId: 's-2', capturedAt: '2026-11-29T08:00:00.000Z' });
  const estimate = reading('2026-11', 1270, { source: 'estimate', capturedAt: '2026-11-30T08:00:00.000Z' });
  expect(periodReadings([byReader, later, estimate])).toEqual([byReader]);
  expect(periodReadings([estimate, later])).toEqual([later]);
});

test('an account carries the latest actual reading even behind two estimates', () => {
  const standing = [
    reading('2026-10', 1260, { source: 'estimate' }),
    reading('2026-09', 1240, { source: 'estimate' }),
    reading('2026-08', 1220),
    reading('2026-07', 1200),
  ];
  expect(latestReadings(standing).map(({ period }) => period)).toEqual(['2026-10', '2026-09', '2026-08']);
  expect(latestReadings(standing.slice(2)).map(({ period }) => period)).toEqual(['2026-08', '2026-07']);
});

test('the screen shows the same whether verdict or document arrives first', () => {
  const old = reading('2026-10', 1234);
  const own = reading('2026-11', 1250, { submissionId: 'own' });
  const none = () => false;
  const shown = [own, old];
  expect(withOwnReadings([old], [own], none)).toEqual(shown);
  expect(withOwnReadings([old, own], [own], none)).toEqual(shown);
  expect(withOwnReadings([old], [own], (id) => id === 'own')).toEqual([old]);
});

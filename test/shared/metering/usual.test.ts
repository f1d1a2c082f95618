import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consumptionM3 } from '../../../shared/metering/consumption';
import { addMonths } from '../../../shared/metering/period';
import { knownUsual, usualBefore, usualIn, usualM3 } from '../../../shared/metering/usual';
import { reading } from './facts';

test('a dial that rolled over still gives the water really used', () => {
  expect(consumptionM3(99_990, 12, 5)).toBe(22);
  expect(consumptionM3(1234, 1250, 5)).toBe(16);
});

test('usual is the median month of at least three actual intervals', () => {
  const months = [
    reading('2026-10', 160),
    reading('2026-09', 140),
    reading('2026-08', 60),
    reading('2026-07', 50),
  ];
  expect(usualM3(months, 5)).toBe(20); // 20, 80, 10
  expect(usualM3(months.slice(0, 3), 5)).toBeNull();
});

test('an estimate begins and ends no interval: its months are spread over', () => {
  const months = [
    reading('2026-10', 160),
    reading('2026-09', 999, { source: 'estimate' }),
    reading('2026-08', 130),
    reading('2026-07', 120),
    reading('2026-06', 100),
  ];
  expect(usualM3(months, 5)).toBe(15); // 30 over two months, 10, 20
});

test('only the latest twelve intervals count', () => {
  const month = (n: number) => `20${20 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  const index = (n: number) => (n < 8 ? n * 100 : 700 + (n - 7) * 10);
  const standing = Array.from({ length: 20 }, (_, n) => reading(month(n), index(n))).reverse();
  expect(usualM3(standing, 5)).toBe(10);
});

const sentNow = [
  reading('2026-11', 1000),
  ...[160, 140, 60, 50].map((index, ago) => reading(addMonths('2026-10', -ago), index)),
];

test('the month’s own index counts for nothing of what is usual before it', () => {
  expect(usualBefore(sentNow, 5, '2026-11')).toBe(usualM3(sentNow.slice(1), 5));
  expect(usualBefore(sentNow, 5, '2026-12')).toBe(usualM3(sentNow, 5));
});

test('outside every month that is open, all that was read counts', () => {
  expect(usualBefore(sentNow, 5, null)).toBe(usualM3(sentNow, 5));
});

const history = fc
  .uniqueArray(
    fc.record({
      ago: fc.integer({ min: 0, max: 48 }),
      used: fc.integer({ min: 0, max: 60 }),
      source: fc.constantFrom('customer', 'reader', 'estimate', 'clerk'),
    }),
    { selector: ({ ago }) => ago, maxLength: 40 },
  )
  .map((months) => {
    let index = 100;
    return months
      .toSorted((a, b) => b.ago - a.ago)
      .map(({ ago, used, source }) => {
        index += used;
        return reading(addMonths('2026-11', -ago), index, { source });
      })
      .reverse();
  });

test('a document tells what is usual before every month that a device may judge, as the whole history does', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: -3, max: 48 }), (standing, ago) => {
      const period = addMonths('2026-11', -ago);
      const [, , third] = standing;
      fc.pre(!third || period > third.period);
      expect(usualIn(knownUsual(standing, 5), period)).toBe(usualBefore(standing, 5, period));
    }),
  );
});

test('a document says of no open month what its whole history says', () => {
  fc.assert(
    fc.property(history, (standing) => {
      expect(usualIn(knownUsual(standing, 5), null)).toBe(usualM3(standing, 5));
    }),
  );
});

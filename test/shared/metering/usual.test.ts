import { expect, test } from 'vitest';
import { consumptionM3 } from '../../../shared/metering/consumption';
import { usualM3 } from '../../../shared/metering/usual';
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

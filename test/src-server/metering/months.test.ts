import { expect, test } from 'vitest';
import type { PeriodReading } from '../../../shared/model/account';
import { lastMonths } from '../../../src-server/metering/months';

const register = { digits: 5, initialIndex: 0 };

const reading = (
  period: string,
  index: number,
  source: PeriodReading['source'] = 'clerk',
): PeriodReading => ({
  period,
  index,
  source,
  capturedAt: `${period}-26T08:00:00.000Z`,
  submissionId: `submission-${period}`,
});

const periodsOf = (standing: PeriodReading[]) => lastMonths(standing, register).map(({ period }) => period);

test('a meter read every month has its last 13 months, oldest first', () => {
  const standing = Array.from({ length: 20 }, (_, ago) => {
    const month = 24 - ago;
    const period = `${2025 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`;
    return reading(period, 2_000 - ago * 10);
  });
  const months = lastMonths(standing, register);
  expect(months).toHaveLength(13);
  expect(months[0]?.period).toBe('2025-12');
  expect(months.at(-1)?.period).toBe('2026-12');
  expect(months.every(({ consumptionM3 }) => consumptionM3 === 10)).toBe(true);
});

test('behind a month that is yet to come, what a device judges by is there, however old', () => {
  const standing = [
    reading('2026-12', 140),
    reading('2026-11', 130),
    reading('2025-10', 100, 'estimate'),
    reading('2025-09', 95, 'estimate'),
    reading('2025-06', 80),
    reading('2025-05', 70),
  ];
  expect(periodsOf(standing)).toEqual(['2025-06', '2025-10', '2026-11', '2026-12']);
});

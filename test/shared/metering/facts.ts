import type { ReadingFacts } from '../../../shared/metering/reading-facts';
import type { PeriodReading } from '../../../shared/model/account';
import type { Policy } from '../../../shared/model/policy';

export const policy: Policy = {
  id: 'policy-1',
  effectiveFrom: '2020-01-01T00:00:00.000Z',
  timeZone: 'Europe/Bucharest',
  monthlyWindow: { fromDay: 25, toDay: 31 },
  extraWindows: [],
  highFactor: 3,
  highFloorM3: 10,
  lateArrivalDays: 10,
  historyMonths: 6,
  staffOfflineDays: 7,
  clockTrustHours: 72,
  passwordLength: 6,
  customerTries: 5,
  customerLockMinutes: 15,
  invoiceBarcode: '^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$',
  visitIdleSeconds: 60,
  visitWarningSeconds: 30,
};

export const reading = (period: string, index: number, over: Partial<PeriodReading> = {}): PeriodReading => ({
  period,
  index,
  capturedAt: `${period}-26T08:00:00.000Z`,
  submissionId: `s-${period}`,
  source: 'customer',
  ...over,
});

/** A house with a five-digit meter that showed 1 234 m³ in October and uses 14 m³ a month, on 26 November. */
export function facts(over: Partial<ReadingFacts> = {}): ReadingFacts {
  return {
    entry: '1250',
    account: { status: 'active', dwelling: 'house', windowGroup: 'standard' },
    meter: {
      status: 'installed',
      remote: false,
      digits: 5,
      installedOn: '2020-01-10',
      initialIndex: 0,
      usualM3: 14,
    },
    standing: [reading('2026-10', 1234), reading('2026-09', 1220)],
    policy,
    capturedAt: '2026-11-26T08:00:00.000Z',
    clock: { deviceTime: '2026-11-26T08:00:00.000Z', offsetMs: 0, offsetAgeMs: 1000, restarted: false },
    byStaff: true,
    arrival: null,
    ...over,
  };
}

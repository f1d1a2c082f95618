import fc from 'fast-check';
import { addMonths } from '../../shared/metering/period';
import type { Period, ReadingSource } from '../../shared/model/primitives';

/* Meters with random histories, and an index to enter. */
interface Month {
  monthsAgo: number; // 0 is the month that is open
  used: number;
  source: ReadingSource;
  revisions: number; // how often it was sent
}

export interface MeterCase {
  digits: number;
  installedMonthsAgo: number;
  initialShare: number; // of the register, in thousandths
  months: Month[];
  step: number; // from the last index to the entry, in m³
  account: { dwelling: 'house' | 'apartment'; status: 'active' | 'closed' };
  meter: { remote: boolean; status: 'installed' | 'removed' };
}

const rarely = <T>(usual: T, rare: T) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) });

const month = fc.record<Month>({
  monthsAgo: fc.integer({ min: -1, max: 15 }),
  used: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -30, max: 200 })),
  source: fc.constantFrom('customer', 'clerk', 'reader', 'estimate', 'estimate'),
  revisions: fc.integer({ min: 1, max: 3 }),
});

/** Any history of a meter. */
export const meterCase = fc.record<MeterCase>({
  digits: fc.integer({ min: 3, max: 6 }),
  installedMonthsAgo: fc.integer({ min: 1, max: 30 }),
  initialShare: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 850, max: 999 })),
  months: fc.uniqueArray(month, { selector: ({ monthsAgo }) => monthsAgo, maxLength: 17 }),
  step: fc.oneof(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -200, max: 600 })),
  account: fc.record({ dwelling: rarely('house', 'apartment'), status: rarely('active', 'closed') }),
  meter: fc.record({ remote: rarely(false, true), status: rarely('installed', 'removed') }),
});

const readMonth = (monthsAgo: number) =>
  fc.record<Month>({
    monthsAgo: fc.constant(monthsAgo),
    used: fc.integer({ min: 0, max: 40 }),
    source: fc.constantFrom('customer', 'clerk', 'reader', 'customer', 'estimate'),
    revisions: fc.constant(1),
  });

/** A history longer than a device holds, with every month read. */
export const longCase = fc.integer({ min: 14, max: 40 }).chain((length) =>
  fc.record<MeterCase>({
    digits: fc.constant(5),
    installedMonthsAgo: fc.constant(60),
    initialShare: fc.constant(0),
    months: fc.tuple(...Array.from({ length }, (_, monthsAgo) => readMonth(monthsAgo))),
    step: fc.integer({ min: 0, max: 300 }),
    account: fc.constant({ dwelling: 'house', status: 'active' }),
    meter: fc.constant({ remote: false, status: 'installed' }),
  }),
);

/**
 * Revisions of a meter, and the index to enter; every index lies on the register. All was captured before the month began.
 * @param period the month that is open
 */
export function historyOf(meterId: string, made: MeterCase, period: Period) {
  const register = 10 ** made.digits;
  const onRegister = (index: number) => ((index % register) + register) % register;
  const initialIndex = onRegister(Math.floor((register * made.initialShare) / 1000));
  let index = initialIndex;
  const revisions = made.months
    .toSorted((a, b) => b.monthsAgo - a.monthsAgo)
    .flatMap((one) => {
      index = onRegister(index + one.used);
      const of = addMonths(period, -one.monthsAgo);
      return Array.from({ length: one.revisions }, (_, number) => ({
        id: `imported-${meterId}-${of}-${number}`,
        meterId,
        period: of,
        index: onRegister(index + number),
        source: one.source,
        capturedAt: `${of < period ? of : addMonths(period, -1)}-1${5 + number}T09:00:00.000Z`,
        accepted: true,
        recordedAt: `${addMonths(period, -1)}-20T08:00:00.000Z`,
      }));
    });
  return { initialIndex, revisions, entry: onRegister(index + made.step) };
}

import type { Account, Meter, PeriodReading } from '../model/account';
import type { Policy, TransmissionWindow } from '../model/policy';
import type { Period } from '../model/primitives';
import type { ClockEvidence } from '../model/submission';
import { consumptionM3 } from './consumption';
import { monthsBetween, periodOfDay } from './period';
import { windowAt } from './windows';

/** Everything the reading rules may look at. A device fills it from its documents, the server from its tables. */
export interface ReadingFacts {
  /** As typed (text) or as sent (a number). */
  entry: string | number;
  account: Pick<Account, 'status' | 'dwelling' | 'windowGroup'>;
  /** `usualM3` is what is usual before the month of the open window. */
  meter: Pick<Meter, 'status' | 'remote' | 'digits' | 'installedOn' | 'initialIndex' | 'usualM3'>;
  /** What stands for each known period, newest first. */
  standing: readonly PeriodReading[];
  policy: Policy;
  capturedAt: string;
  clock: ClockEvidence;
  byStaff: boolean;
  /** Known only where the submission arrives: null on a device. */
  arrival: Arrival | null;
}

export interface Arrival {
  receivedAt: string;
  billedPeriods: readonly Period[]; // exported for billing
  /** When the device last had nothing left to send, before this exchange; null: never. */
  previousContactAt: string | null;
}

/** The index a consumption is counted from; `period` is null for the index at installation. */
export interface BaseIndex {
  index: number;
  period: Period | null;
  estimated: boolean;
}

/** The facts with what every rule needs of them worked out once. */
export interface ReadingCase extends ReadingFacts {
  index: number | null; // null unless the entry is whole digits
  window: TransmissionWindow | null;
  previous: BaseIndex;
  lastActual: BaseIndex;
}

export function readingCase(facts: ReadingFacts): ReadingCase {
  const window = windowAt(facts.policy, facts.account.windowGroup, facts.capturedAt);
  const earlier = window
    ? facts.standing.filter((reading) => reading.period < window.period)
    : facts.standing;
  return {
    ...facts,
    index: wholeIndex(facts.entry),
    window,
    previous: baseOf(earlier[0], facts.meter),
    lastActual: baseOf(
      earlier.find((reading) => reading.source !== 'estimate'),
      facts.meter,
    ),
  };
}

/** The index an entry stands for, or null when it is not made of digits alone. */
export function wholeIndex(entry: string | number): number | null {
  if (typeof entry === 'number') return Number.isSafeInteger(entry) && entry >= 0 ? entry : null;
  const digits = entry.trim();
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

function baseOf(reading: PeriodReading | undefined, meter: ReadingFacts['meter']): BaseIndex {
  if (!reading) return { index: meter.initialIndex, period: null, estimated: false };
  return { index: reading.index, period: reading.period, estimated: reading.source === 'estimate' };
}

/** Billing months since the base index was read, at least 1. */
export function monthsSince(base: BaseIndex, period: Period, installedOn: string): number {
  return Math.max(1, monthsBetween(base.period ?? periodOfDay(installedOn), period));
}

/** The m³ above which a consumption over some months is unusual: the policy's factor times usual, never below its floor. */
export function highLimitM3(facts: Pick<ReadingFacts, 'policy' | 'meter'>, months: number): number {
  const { highFactor, highFloorM3 } = facts.policy;
  return Math.max(highFloorM3, highFactor * (facts.meter.usualM3 ?? 0)) * months;
}

/**
 * Whether a lower index is a dial that passed its highest number: the earlier index stood in the last tenth of the
 * register and the water used over the rollover is not unusual.
 */
export function rolledOver(
  facts: Pick<ReadingCase, 'policy' | 'meter'>,
  base: BaseIndex,
  index: number,
  months: number,
): boolean {
  const { digits } = facts.meter;
  return (
    index < base.index &&
    base.index >= 0.9 * 10 ** digits &&
    consumptionM3(base.index, index, digits) <= highLimitM3(facts, months)
  );
}

import { consumptionM3 } from '../../shared/metering/consumption';
import { addMonths } from '../../shared/metering/period';
import type { MeterReadings, PeriodReading } from '../../shared/model/account';

const shownMonths = 13;

export interface RegisterOf {
  digits: number;
  initialIndex: number;
}

/**
 * The last 13 months of a meter, oldest first, each with the water used since the reading before it.
 * @param standing the periods' readings, newest first
 */
export function lastMonths(
  standing: readonly PeriodReading[],
  register: RegisterOf,
): MeterReadings['months'] {
  const newest = standing[0];
  if (!newest) return [];
  const first = addMonths(newest.period, 1 - shownMonths);
  return standing
    .slice(0, shownMonths) // at most one reading a month
    .filter(({ period }) => period >= first)
    .map((reading, place) => ({
      ...reading,
      consumptionM3: used(reading, standing.slice(place + 1), register),
    }))
    .reverse();
}

/** Counted from the latest actual reading where an estimate proved too high; null where an index fell for no reason. */
function used(
  reading: PeriodReading,
  earlier: readonly PeriodReading[],
  register: RegisterOf,
): number | null {
  const isLower = (base: PeriodReading | undefined) => base !== undefined && reading.index < base.index;
  const [previous] = earlier;
  const overEstimated = previous?.source === 'estimate' && isLower(previous);
  const base = overEstimated ? earlier.find(({ source }) => source !== 'estimate') : previous;
  const baseIndex = base?.index ?? register.initialIndex;
  const rolledOver = baseIndex >= 0.9 * 10 ** register.digits;
  return reading.index >= baseIndex || rolledOver
    ? consumptionM3(baseIndex, reading.index, register.digits)
    : null;
}

import { monthConsumptionM3, type RegisterOf } from '../../shared/metering/consumption';
import { addMonths } from '../../shared/metering/period';
import type { MeterReadings, PeriodReading } from '../../shared/model/account';

const shownMonths = 13;

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
      consumptionM3: monthConsumptionM3(reading, standing.slice(place + 1), register),
    }))
    .reverse();
}

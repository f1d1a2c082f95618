import { monthConsumptionM3, type RegisterOf } from '../../shared/metering/consumption';
import { addMonths } from '../../shared/metering/period';
import type { MeterReadings, PeriodReading } from '../../shared/model/account';

const shownMonths = 13;

/**
 * The last 13 months of a meter, oldest first, each with the water used since the reading before it. However old, the
 * latest three readings are among them and the latest actual one behind these: a device judges by them when the newest is
 * of a month that is yet to come.
 * @param standing the periods' readings, newest first
 */
export function lastMonths(
  standing: readonly PeriodReading[],
  register: RegisterOf,
): MeterReadings['months'] {
  const newest = standing[0];
  if (!newest) return [];
  const first = addMonths(newest.period, 1 - shownMonths);
  const judgedBy = new Set([...standing.slice(0, 3), standing.slice(2).find(isActual)]);
  return standing
    .filter((reading) => reading.period >= first || judgedBy.has(reading))
    .map((reading) => ({
      ...reading,
      consumptionM3: monthConsumptionM3(reading, standing.slice(standing.indexOf(reading) + 1), register),
    }))
    .reverse();
}

const isActual = ({ source }: PeriodReading): boolean => source !== 'estimate';

import { consumptionM3 } from '../../../shared/metering/consumption';
import type { Meter, MeterReadings, PeriodReading } from '../../../shared/model/account';

type Month = MeterReadings['months'][number];
const mostMonths = 13;

/**
 * The chart's months, oldest first. A month whose reading and predecessor are as the server knows them keeps the
 * server's consumption; where an own reading stands, or stands before, it is worked out again.
 * @param standing what stands for each period, newest first
 */
export function monthsOf(
  standing: readonly PeriodReading[],
  meter: Pick<Meter, 'digits'>,
  truth: readonly Month[],
): Month[] {
  const known = new Map(truth.map((month, place) => [month.period, { month, before: truth[place - 1] }]));
  return standing
    .slice(0, mostMonths)
    .toReversed()
    .map((reading, place, months) => {
      const before = months[place - 1];
      const server = known.get(reading.period);
      const asServer =
        server?.month.submissionId === reading.submissionId &&
        (server.before?.submissionId === before?.submissionId || !before);
      const used = asServer ? server.month.consumptionM3 : consumptionSince(standing, reading, meter.digits);
      return { ...reading, consumptionM3: used };
    });
}

/**
 * Counted from the period before, or, where that is an estimate that proved too high, from the last actual index; null
 * where no earlier index is known or an index fell for no reason. The server's `lastMonths` counts the same way.
 */
function consumptionSince(
  standing: readonly PeriodReading[],
  reading: PeriodReading,
  digits: number,
): number | null {
  const earlier = standing.filter(({ period }) => period < reading.period);
  const before = earlier[0];
  const estimateTooHigh = before?.source === 'estimate' && before.index > reading.index;
  const base = estimateTooHigh ? earlier.find(({ source }) => source !== 'estimate') : before;
  if (!base || (reading.index < base.index && base.index < 0.9 * 10 ** digits)) return null;
  return consumptionM3(base.index, reading.index, digits);
}

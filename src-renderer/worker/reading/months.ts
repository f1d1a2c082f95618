import { monthConsumptionM3, type RegisterOf } from '../../../shared/metering/consumption';
import type { MeterReadings, PeriodReading } from '../../../shared/model/account';

type Month = MeterReadings['months'][number];
const mostMonths = 13;

/**
 * The chart's months, oldest first. A month whose reading and predecessor are as the server knows them keeps the
 * server's consumption; where an own reading stands, or stands before, it is worked out again.
 * @param standing what stands for each period, newest first
 */
export function monthsOf(
  standing: readonly PeriodReading[],
  register: RegisterOf,
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
      const used = asServer
        ? server.month.consumptionM3
        : consumptionSince(reading, { standing, register, complete: truth.length > 0 });
      return { ...reading, consumptionM3: used };
    });
}

/** Null while the history has not arrived and nothing earlier is known: the first index may be years away. */
function consumptionSince(
  reading: PeriodReading,
  {
    standing,
    register,
    complete,
  }: { standing: readonly PeriodReading[]; register: RegisterOf; complete: boolean },
): number | null {
  const earlier = standing.filter(({ period }) => period < reading.period);
  return earlier.length > 0 || complete ? monthConsumptionM3(reading, earlier, register) : null;
}

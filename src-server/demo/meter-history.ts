import { lastDayOf } from '../../shared/metering/period';
import type { PeriodReading } from '../../shared/model/account';
import type { Period, ReadingSource } from '../../shared/model/primitives';
import type { Chance } from './chance';

export interface HistoryPlan {
  meterId: string;
  digits: number;
  /** On the register before the first of the months, in whole m³. */
  startIndex: number;
  periods: readonly Period[];
  /** Water really used in each month, in whole m³. */
  useM3: readonly number[];
  sources: readonly (readonly [number, ReadingSource])[];
}

export interface MeterHistory {
  readings: PeriodReading[];
  /** What is billed for each month, in whole m³: the difference of the indexes, estimates included. */
  billedM3: number[];
  /** What the register really shows at the end, counted past its last digit. */
  endIndex: number;
}

/**
 * A register's readings. An estimate never passes what the register really shows, except at times in the last month:
 * there the customer comes with an index below the estimate.
 */
export function meterHistory(chance: Chance, plan: HistoryPlan): MeterHistory {
  const history: MeterHistory = { readings: [], billedM3: [], endIndex: plan.startIndex };
  let shown = plan.startIndex; // counted past the last digit, so that it only grows
  for (const [position, period] of plan.periods.entries()) {
    const used = plan.useM3[position] ?? 0;
    history.endIndex += used;
    const source = chance.weighted(plan.sources);
    const isLast = position === plan.periods.length - 1;
    const index =
      source === 'estimate'
        ? estimate(chance, { shown, used, isLast, real: history.endIndex })
        : history.endIndex;
    history.billedM3.push(index - shown);
    history.readings.push(reading(chance, plan, { period, source, index }));
    shown = index;
  }
  return history;
}

function estimate(
  chance: Chance,
  { shown, used, isLast, real }: { shown: number; used: number; isLast: boolean; real: number },
): number {
  if (isLast && chance.happens(0.3)) return real + chance.whole(1, 4);
  return Math.min(real, shown + Math.round(used * chance.between(0.7, 1.1)));
}

function reading(
  chance: Chance,
  plan: HistoryPlan,
  { period, source, index }: Pick<PeriodReading, 'period' | 'source' | 'index'>,
): PeriodReading {
  return {
    period,
    index: index % 10 ** plan.digits,
    capturedAt: anInstantIn(chance, period, source === 'estimate'),
    submissionId: `${plan.meterId}-${period}`,
    source,
  };
}

/** In the window's last days and office hours: 6 to 16 UTC lies within one day in Romania. An estimate is made at the end. */
function anInstantIn(chance: Chance, period: Period, atTheEnd: boolean): string {
  const lastDay = Number(lastDayOf(period).slice(8));
  const day = atTheEnd ? lastDay : chance.whole(25, lastDay);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = atTheEnd
    ? '20:00:00'
    : `${two(chance.whole(6, 15))}:${two(chance.whole(0, 59))}:${two(chance.whole(0, 59))}`;
  return `${period}-${two(day)}T${time}.000Z`;
}

import type { PeriodReading } from '../model/account';
import type { Period } from '../model/primitives';
import { consumptionM3 } from './consumption';
import { monthsBetween } from './period';
import { latestReadings } from './period-reading';

const mostIntervals = 12;
const fewestIntervals = 3;

/** How many actual readings tell all that usual consumption can depend on. */
export const readingsForUsual = mostIntervals + 1;

/**
 * Median m³ a month over up to 12 intervals between actual readings; null with fewer than 3.
 * An estimate begins and ends no interval. @param standing the periods' readings, newest first
 */
export function usualM3(standing: readonly PeriodReading[], digits: number): number | null {
  const actual = standing.filter((reading) => reading.source !== 'estimate');
  const monthly = actual.slice(0, mostIntervals).flatMap((reading, position) => {
    const earlier = actual[position + 1];
    if (!earlier) return [];
    const months = monthsBetween(earlier.period, reading.period);
    return [consumptionM3(earlier.index, reading.index, digits) / months];
  });
  if (monthly.length < fewestIntervals) return null;
  const sorted = monthly.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
  return Math.round(median * 10) / 10;
}

/**
 * What is usual before a month, for an index of that month to be judged by: an index sent for it before counts for
 * nothing, so sending changes nothing. @param period null: no month is open, and all that was read counts
 */
export function usualBefore(
  standing: readonly PeriodReading[],
  digits: number,
  period: Period | null,
): number | null {
  return usualM3(period === null ? standing : standing.filter((reading) => reading.period < period), digits);
}

/**
 * What a meter's document tells of usual consumption. It speaks of readings and never of the present month, so it stays
 * true when a window opens and nothing was rendered anew.
 */
export interface KnownUsual {
  usualM3: number | null; // over all that was read
  usualBeforeM3: readonly (number | null)[]; // before the month of each of the latest two readings
  latestReadings: readonly PeriodReading[]; // newest first
}

/** @param standing the periods' readings, newest first */
export function knownUsual(standing: readonly PeriodReading[], digits: number) {
  const latest = latestReadings(standing);
  return {
    usualM3: usualM3(standing, digits),
    usualBeforeM3: latest.slice(0, 2).map(({ period }) => usualBefore(standing, digits, period)),
    latestReadings: latest,
  } satisfies KnownUsual;
}

/**
 * `usualBefore` as far as a document knows: of every month after the third latest reading, so also where an index for the
 * month itself, and one of a month yet to come, have arrived already.
 */
export function usualIn(
  { usualM3: usual, usualBeforeM3, latestReadings: latest }: KnownUsual,
  period: Period | null,
): number | null {
  const known = latest.slice(0, usualBeforeM3.length);
  const place = known.findLastIndex((reading) => period !== null && reading.period >= period);
  return place < 0 ? usual : (usualBeforeM3[place] ?? null);
}

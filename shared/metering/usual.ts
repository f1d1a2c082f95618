import type { PeriodReading } from '../model/account';
import { consumptionM3 } from './consumption';
import { monthsBetween } from './period';

const mostIntervals = 12;
const fewestIntervals = 3;

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

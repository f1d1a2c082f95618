import type { Period } from '../model/primitives';

/** Months since year 0, so that billing months can be counted. */
const ordinal = (period: Period): number => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;

/** How many billing months lie between two periods; negative when `to` is the earlier one. */
export const monthsBetween = (from: Period, to: Period): number => ordinal(to) - ordinal(from);

export function addMonths(period: Period, months: number): Period {
  const month = ordinal(period) + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The billing month a calendar day (`2026-11-25`) lies in. */
export const periodOfDay = (day: string): Period => day.slice(0, 7);

/** The last calendar day of a billing month, leap years included. */
export function lastDayOf(period: Period): string {
  const days = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).getUTCDate();
  return `${period}-${String(days).padStart(2, '0')}`;
}

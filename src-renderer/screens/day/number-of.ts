import type { DayClosing, DayView } from '../../data/day-api';

/** Which of the day's closings it is, from 1. @returns null where the day has no other */
export const numberOf = (closing: DayClosing, { closings }: DayView): number | null =>
  closings.length > 1 ? closings.indexOf(closing) + 1 : null;

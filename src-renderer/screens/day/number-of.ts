import type { DayClosing, DayView } from '../../data/day-api';
import { isOver } from './is-over';

/** Which of the day's closings it is, from 1. @returns null where the day has no other, and needs none */
export const numberOf = (closing: DayClosing, day: DayView): number | null =>
  day.closings.length > 1 || !isOver(day) ? day.closings.indexOf(closing) + 1 : null;

/** The number of the day's closing before it that counted the same drawer. @returns null where none did */
export function recountedBy(closing: DayClosing, { closings }: DayView): number | null {
  const before = closings.slice(0, closings.indexOf(closing));
  const same = before.findLastIndex(({ drawer, openedBy }) => drawer && openedBy === closing.openedBy);
  return closing.drawer && same >= 0 ? same + 1 : null;
}

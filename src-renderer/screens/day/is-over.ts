import type { DayView } from '../../data/day-api';

/** The day is closed: its drawer is as it was last counted, whatever was recorded since that moved no money. */
export const isOver = ({ closings, moneySinceClosed }: DayView): boolean =>
  closings.length > 0 && !moneySinceClosed;

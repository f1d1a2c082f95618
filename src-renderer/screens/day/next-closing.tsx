import type { DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';

/** Which of the day's closings comes now, and what it counts; nothing before the first. */
export function NextClosing({ day: { closings, drawer } }: { day: DayView }) {
  const { t, format } = useWords();
  const before = closings.at(-1);
  if (!before) return null;
  const number = format.number(closings.length + 1);
  if (drawer.opened)
    return <p>{t('desk.closing.nextReopened', { number, at: format.clockTime(drawer.opened.at) })}</p>;
  return <p>{t(before.drawer ? 'desk.closing.nextSame' : 'desk.closing.next', { number })}</p>;
}

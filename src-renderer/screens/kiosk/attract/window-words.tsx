import { IconCalendarEvent } from '@tabler/icons-react';
import type { KioskView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import styles from './attract.module.css';

interface WindowWordsProps {
  window: KioskView['window'];
  next: KioskView['nextWindow'];
}

/** When an index may be sent, as one says it: «între 25 și 30 noiembrie». */
export function WindowWords({ window, next }: WindowWordsProps) {
  const { t, format } = useWords();
  const days = window ?? next;
  if (!days) return null;
  const { from, to } = format.daysInWords(days.from, days.to);
  const oneDay = days.from === days.to;
  const state = window ? 'open' : 'next';
  return (
    <p className={styles.window} data-open={window ? true : undefined}>
      <IconCalendarEvent size={48} stroke={1.5} aria-hidden />
      <span>
        {oneDay
          ? t(`kiosk.window.${state}.oneDay`, { day: from })
          : t(`kiosk.window.${state}.days`, { from, to })}
      </span>
    </p>
  );
}

import { IconCircleCheck } from '@tabler/icons-react';
import type { DayView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { CountResult } from './count-result';
import styles from './day.module.css';
import { PrintReport } from './print-report';

export type Closing = NonNullable<DayView['closed']>;

/** When and by whom the day was closed, what the count said, and the report of it. */
export function ClosedDay({ day, closed }: { day: DayView; closed: Closing }) {
  const { t, format } = useWords();
  const { sinceClosed } = day;
  const at = format.moment(closed.at);
  return (
    <>
      <p className={styles.closed}>
        <IconCircleCheck size={20} stroke={2} aria-hidden />
        <span>
          {closed.by === null
            ? t('care.day.closedAlone', { at })
            : t('care.day.closed', { at, by: closed.by })}
          {sinceClosed > 0 && ` ${t('care.day.since', { count: sinceClosed })}`}
        </span>
      </p>
      {closed.drawer && <CountResult count={closed.drawer} />}
      <PrintReport day={day} closed={closed} />
    </>
  );
}

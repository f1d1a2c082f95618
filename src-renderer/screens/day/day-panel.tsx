import { IconCalendar } from '@tabler/icons-react';
import type { DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { SubmissionTable } from '../list/submission-table';
import { EmptyState } from '../parts/empty-state';
import { CloseDay } from './close-day';
import styles from './day.module.css';
import { DayDrawer } from './day-drawer';

/** What was done here today, the money in the drawer, what stands between the day and its closing, and whether it is closed. */
export function DayPanel({ day }: { day: DayView }) {
  const { t, format } = useWords();
  const { submissions } = day;
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.day}>{format.day(day.day)}</h2>
        <p>{t('care.day.done', { count: submissions.length })}</p>
      </div>
      <div className={styles.money}>
        <DayDrawer day={day} />
        <CloseDay key={day.day} day={day} />
      </div>
      {submissions.length > 0 ? (
        <SubmissionTable submissions={submissions} />
      ) : (
        <EmptyState
          icon={<IconCalendar size={40} stroke={1.5} />}
          title={t('counter.list.todayNone')}
          body={t('counter.list.todayNoneBody')}
        />
      )}
    </>
  );
}

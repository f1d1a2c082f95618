import { IconCalendar } from '@tabler/icons-react';
import type { DayView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { SubmissionTable } from '../list/submission-table';
import { EmptyState } from '../parts/empty-state';
import { CloseDay } from './close-day';
import styles from './day.module.css';

/** What was done here today, what stands between the day and its closing, and whether it is closed. */
export function DayPanel({ day }: { day: DayView }) {
  const { t, format } = useWords();
  const { submissions } = day;
  return (
    <>
      <section className={styles.head}>
        <div>
          <h2 className={styles.day}>{format.day(day.day)}</h2>
          <p>
            {t('care.day.done', { count: submissions.filter(({ kind }) => kind !== 'cash-drawer').length })}
          </p>
        </div>
        <CloseDay day={day} />
      </section>
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

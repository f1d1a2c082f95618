import type { DayView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import type { Closing } from './closed-day';
import { CountResult } from './count-result';
import styles from './day-report.module.css';
import { ReportMovements } from './report-movements';
import { TakingsTable } from './takings-table';

interface DayReportProps {
  day: DayView;
  closed: Closing;
  office: string;
  device: string | null;
}

/** A closed day on paper: A4, black on white, for the file and for who takes the money over. */
export function DayReport({ day, closed, office, device }: DayReportProps) {
  const { t, format, language } = useWords();
  const { drawer } = closed;
  return (
    <article className={styles.report} lang={language}>
      <p>Ghișeu · {[office, device].filter(Boolean).join(' · ')}</p>
      <h1 className={styles.title}>{t('desk.report.title', { day: format.day(day.day) })}</h1>
      <p>
        {t('desk.report.closedBy')}: {[format.moment(closed.at), closed.by].filter(Boolean).join(', ')}
      </p>
      {drawer ? (
        <>
          <h2 className={styles.part}>{t('desk.drawer.title')}</h2>
          <CountResult count={drawer} />
          {drawer.takings.length > 0 && (
            <>
              <h2 className={styles.part}>{t('desk.drawer.takings')}</h2>
              <TakingsTable takings={drawer.takings} />
            </>
          )}
        </>
      ) : (
        <p className={styles.part}>{t('desk.report.noMoney')}</p>
      )}
      {closed.movements.length > 0 && <ReportMovements day={day} movements={closed.movements} />}
      <div className={styles.signatures}>
        <p>{t('desk.report.signature')}</p>
        <p>{t('desk.report.signatureOfTaker')}</p>
      </div>
    </article>
  );
}

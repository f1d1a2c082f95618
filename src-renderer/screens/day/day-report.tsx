import type { DayClosing, DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { CountResult } from './count-result';
import styles from './day-report.module.css';
import { isOver } from './is-over';
import { numberOf, recountedBy } from './number-of';
import { ReportMovements } from './report-movements';
import { TakingsTable } from './takings-table';

interface DayReportProps {
  day: DayView;
  closing: DayClosing;
  office: string;
  device: string | null;
}

/** A closed day on paper: A4, black on white, for the file and for who takes the money over. */
export function DayReport({ day, closing, office, device }: DayReportProps) {
  const { t, format, language } = useWords();
  const { at, by, drawer, movements } = closing;
  const number = numberOf(closing, day);
  const recounted = recountedBy(closing, day);
  const words = { day: format.day(day.day) };
  return (
    <article className={styles.report} lang={language}>
      <p>Ghișeu · {[office, device].filter(Boolean).join(' · ')}</p>
      <h1 className={styles.title}>
        {number === null
          ? t('desk.report.title', words)
          : t('desk.report.titleOfPart', { ...words, number: format.number(number) })}
      </h1>
      <p>
        {t('desk.report.closedBy')}: {[format.moment(at), by].filter(Boolean).join(', ')}
      </p>
      {recounted !== null && (
        <p>
          <strong>{t('desk.report.recount', { number: format.number(recounted) })}</strong>
        </p>
      )}
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
      {day.wholeDay && closing === day.closings.at(-1) && isOver(day) && (
        <>
          <h2 className={styles.part}>{t('desk.drawer.wholeDay')}</h2>
          <TakingsTable takings={day.wholeDay} name={t('desk.drawer.wholeDay')} />
        </>
      )}
      {movements.length > 0 && <ReportMovements day={day} movements={movements} />}
      <div className={styles.signatures}>
        <p>{t('desk.report.signature')}</p>
        <p>{t('desk.report.signatureOfTaker')}</p>
      </div>
    </article>
  );
}

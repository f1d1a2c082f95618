import { IconCircleCheck } from '@tabler/icons-react';
import type { DayClosing, DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { CountResult, EarlierCount } from './count-result';
import styles from './day.module.css';
import { PrintReport } from './print-report';

/** When and by whom the day was closed, what the count said, and the report of it. Nothing moved money since. */
export function ClosedDay({ day }: { day: DayView }) {
  const { t } = useWords();
  const { closings, sinceClosed } = day;
  const closing = closings.at(-1);
  if (!closing) return null;
  return (
    <>
      <p className={styles.closed}>
        <IconCircleCheck size={20} stroke={2} aria-hidden />
        <WhenAndBy closing={closing} />
      </p>
      {sinceClosed > 0 && <p>{t('care.day.since', { count: sinceClosed })}</p>}
      {closing.drawer && <CountResult count={closing.drawer} />}
      <PrintReport day={day} closing={closing} first />
    </>
  );
}

function WhenAndBy({ closing: { at, by } }: { closing: DayClosing }) {
  const { t, format } = useWords();
  const words = { at: format.moment(at) };
  return (
    <span>{by === null ? t('care.day.closedAlone', words) : t('care.day.closed', { ...words, by })}</span>
  );
}

/**
 * What was counted before stays to be seen and printed: a later count takes no shortage away.
 * @param closings the first of the day's
 */
export function EarlierClosings({ day, closings }: { day: DayView; closings: readonly DayClosing[] }) {
  return closings.map((closing, place) => (
    <section key={closing.at} className={styles.earlier}>
      <h4>
        <EarlierHeading closing={closing} number={place + 1} />
      </h4>
      {closing.drawer && <EarlierCount count={closing.drawer} />}
      <PrintReport day={day} closing={closing} />
    </section>
  ));
}

function EarlierHeading({ closing: { at, by }, number }: { closing: DayClosing; number: number }) {
  const { t, format } = useWords();
  const words = { number, at: format.clockTime(at) };
  return by === null ? t('desk.closing.earlierAlone', words) : t('desk.closing.earlier', { ...words, by });
}

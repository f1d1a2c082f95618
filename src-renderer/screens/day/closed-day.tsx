import { IconCircleCheck } from '@tabler/icons-react';
import type { DayClosing, DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { CountResult, EarlierCount } from './count-result';
import styles from './day.module.css';
import { PrintReport } from './print-report';

interface ClosedDayProps {
  day: DayView;
  /** Nothing came after the last closing. */
  isOver: boolean;
}

/** When and by whom the day was last closed, what the count said, and the report of it. */
export function ClosedDay({ day, isOver }: ClosedDayProps) {
  const { t } = useWords();
  const { closings, sinceClosed } = day;
  const closing = closings.at(-1);
  if (!closing) return null;
  return (
    <>
      {isOver ? (
        <p className={styles.closed}>
          <IconCircleCheck size={20} stroke={2} aria-hidden />
          <WhenAndBy closing={closing} isOver />
        </p>
      ) : (
        <p>
          <WhenAndBy closing={closing} isOver={false} /> {t('care.day.since', { count: sinceClosed })}
        </p>
      )}
      {closing.drawer && <CountResult count={closing.drawer} />}
      <PrintReport day={day} closing={closing} first={isOver} />
    </>
  );
}

function WhenAndBy({ closing: { at, by }, isOver }: { closing: DayClosing; isOver: boolean }) {
  const { t, format } = useWords();
  const words = { at: format.moment(at) };
  if (by === null) return <span>{t(isOver ? 'care.day.closedAlone' : 'desk.closing.wasAlone', words)}</span>;
  return <span>{t(isOver ? 'care.day.closed' : 'desk.closing.was', { ...words, by })}</span>;
}

/** What was counted before stays to be seen and printed: a later count takes no shortage away. */
export function EarlierClosings({ day }: { day: DayView }) {
  return day.closings.slice(0, -1).map((closing, place) => (
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

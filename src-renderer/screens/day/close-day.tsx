import type { DayView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { SubmissionTable } from '../list/submission-table';
import { Notice } from '../parts/notice';
import { ClosedDay } from './closed-day';
import { ClosingForm } from './closing-form';
import styles from './day.module.css';
import { type ClosingPhase, useClosing } from './use-closing';

/** The day's end: what keeps it from closing is named, never passed over. */
export function CloseDay({ day }: { day: DayView }) {
  const { t } = useWords();
  const closing = useClosing(day.drawer.toCount);
  const { closed, sinceClosed } = day;
  return (
    <>
      <section className={styles.part} aria-labelledby="closing-title">
        <h3 id="closing-title" className={styles.title}>
          {t('desk.closing.title')}
        </h3>
        {closed && <ClosedDay day={day} closed={closed} />}
        {(!closed || sinceClosed > 0) && (
          <>
            <Waiting day={day} />
            <ClosingForm day={day} closing={closing} />
          </>
        )}
      </section>
      <div className={styles.answer} role="alert">
        <Answer phase={closing.phase} />
      </div>
    </>
  );
}

function Waiting({ day: { waiting, oldestWaitingAt } }: { day: DayView }) {
  const { t, format } = useWords();
  if (waiting === 0) return <Notice tone="inform">{t('care.day.nothingWaits')}</Notice>;
  const since = oldestWaitingAt === null ? '–' : format.moment(oldestWaitingAt);
  return <Notice tone="ask">{t('care.day.waits', { count: waiting, since })}</Notice>;
}

function Answer({ phase }: { phase: ClosingPhase }) {
  const { t } = useWords();
  if (phase.at === 'not-counted') return <Notice tone="refused">{t('desk.closing.notCounted')}</Notice>;
  if (phase.at === 'not-closed')
    return <Notice tone="refused">{t(`care.cases.notSaved.${phase.reason}`)}</Notice>;
  if (phase.at !== 'blocked') return null;
  return (
    <>
      <Notice tone="ask">{t('care.day.blocked')}</Notice>
      <SubmissionTable submissions={phase.waiting} withAge />
    </>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { DayView } from '../../data/day-api';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { SubmissionTable } from '../list/submission-table';
import { Notice } from '../parts/notice';
import { ClosedDay, EarlierClosings } from './closed-day';
import { ClosingForm } from './closing-form';
import styles from './day.module.css';
import { isOver } from './is-over';
import { NextClosing } from './next-closing';
import { type ClosingPhase, useClosing } from './use-closing';

/** The day's end: what keeps it from closing is named, never passed over. */
export function CloseDay({ day }: { day: DayView }) {
  const { t } = useWords();
  const [again, setAgain] = useState(false); // the count was wrong: the same drawer is counted once more
  const closing = useClosing(day, () => setAgain(false));
  const count = (anew: boolean) => {
    closing.beginAnew();
    setAgain(anew);
  };
  const { closings } = day;
  const over = isOver(day);
  return (
    <>
      <section className={styles.part} aria-labelledby="closing-title">
        <h3 id="closing-title" className={styles.title}>
          {t('desk.closing.title')}
        </h3>
        {over && !again ? (
          <>
            <ClosedDay day={day} />
            {day.drawer.toCount && (
              <Button variant="subtle" className={styles.start} onClick={() => count(true)}>
                {t('desk.closing.countAgain')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Waiting day={day} />
            <NextClosing day={day} />
            <ClosingForm day={day} closing={closing} {...(again ? { cancel: () => count(false) } : {})} />
            <div role="alert">
              <NotClosed phase={closing.phase} />
            </div>
          </>
        )}
        <EarlierClosings day={day} closings={over ? closings.slice(0, -1) : closings} />
      </section>
      <div className={styles.blocked} role="alert">
        {closing.phase.at === 'blocked' && <Blocked waiting={closing.phase.waiting} />}
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

function NotClosed({ phase }: { phase: ClosingPhase }) {
  const { t } = useWords();
  if (phase.at === 'not-counted') return <Notice tone="refused">{t('desk.closing.notCounted')}</Notice>;
  if (phase.at !== 'not-closed') return null;
  return <Notice tone="refused">{t(`care.cases.notSaved.${phase.reason}`)}</Notice>;
}

/** Brought into sight: it stands under all that is known of the day's money. */
function Blocked({ waiting }: { waiting: SubmissionView[] }) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' }); // newer Chromium answers with a promise, which is no clean-up
  }, []);
  return (
    <div ref={list}>
      <Notice tone="ask">{t('care.day.blocked')}</Notice>
      <SubmissionTable submissions={waiting} withAge />
    </div>
  );
}

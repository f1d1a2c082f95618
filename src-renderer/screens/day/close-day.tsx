import { Button } from '@mantine/core';
import { IconCalendarCheck, IconCircleCheck } from '@tabler/icons-react';
import type { DayView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { SubmissionTable } from '../list/submission-table';
import { Notice } from '../parts/notice';
import styles from './day.module.css';
import { type ClosingPhase, useClosing } from './use-closing';

/** The day's end: what keeps it from closing is named, never passed over. */
export function CloseDay({ day }: { day: DayView }) {
  const { t } = useWords();
  const { phase, close } = useClosing();
  const { closed, sinceClosed } = day;
  return (
    <>
      <div className={styles.state}>
        {closed && <Closed day={day} />}
        {(!closed || sinceClosed > 0) && <Waiting day={day} />}
      </div>
      {(!closed || sinceClosed > 0) && (
        <Button
          variant={day.waiting > 0 ? 'default' : 'filled'}
          leftSection={<IconCalendarCheck size={20} stroke={1.5} aria-hidden />}
          disabled={phase.at === 'closing'}
          onClick={() => void close()}
        >
          {t(phase.at === 'closing' ? 'care.day.closing' : closed ? 'care.day.closeAgain' : 'care.day.close')}
        </Button>
      )}
      <div className={styles.answer} role="alert">
        <Answer phase={phase} />
      </div>
    </>
  );
}

function Closed({ day: { closed, sinceClosed } }: { day: DayView }) {
  const { t, format } = useWords();
  if (!closed) return null;
  const at = format.moment(closed.at);
  return (
    <p className={styles.closed}>
      <IconCircleCheck size={20} stroke={2} aria-hidden />
      <span>
        {closed.by === null ? t('care.day.closedAlone', { at }) : t('care.day.closed', { at, by: closed.by })}
        {sinceClosed > 0 && ` ${t('care.day.since', { count: sinceClosed })}`}
      </span>
    </p>
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

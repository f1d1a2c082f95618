import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { SettledLine } from '../entry/settled-line';
import { StateWord } from '../entry/state-word';
import { waitingReason } from '../list/waiting-reason';
import styles from './cases.module.css';

/** What was decided on this device, and how far it is. */
export function Decided({ decision }: { decision: SubmissionView }) {
  const { t, format } = useWords();
  const connection = useLive('status', null)?.connection;
  const { state, index, actorName, capturedAt } = decision;
  return (
    <div className={styles.decided} role="status">
      <h3 className={styles.actionTitle}>{t('care.cases.pendingTitle')}</h3>
      <p className={styles.decidedBy}>
        <StateWord state={state} />
        <span>{[actorName, format.moment(capturedAt)].filter(Boolean).join(' · ')}</span>
        {index !== null && <span>{format.m3(index)}</span>}
      </p>
      <SettledLine submission={decision} />
      <p className={styles.means}>
        {(state === 'kept' || state === 'sent') && connection
          ? `${waitingReason(t, format, { state, connection })} `
          : ''}
        {t('care.cases.pendingWaits')}
      </p>
    </div>
  );
}

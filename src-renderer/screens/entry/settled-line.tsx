import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import styles from './settled-line.module.css';

/** Who settled a submission, when and why; and what a decision settles itself. */
export function SettledLine({ submission }: { submission: SubmissionView }) {
  const { t, format } = useWords();
  const { settled, settles } = submission;
  if (settled) {
    const { action, at, note, pending } = settled;
    const by = settled.by ?? t('care.settled.someone');
    const words = [
      t(`care.settled.${action}`, { by, at: format.moment(at) }),
      note === null ? '' : t('care.settled.note', { note }),
      pending ? t('care.settled.pending') : '',
    ];
    return <span className={styles.settled}>{words.filter(Boolean).join(' ')}</span>;
  }
  if (!settles) return null;
  return (
    <span className={styles.settled}>{t(`care.settles.${settles.action}`, { note: settles.note })}</span>
  );
}

import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { ExportWaiting } from '../care/export-waiting';
import styles from './list.module.css';
import { SubmissionTable } from './submission-table';

/** What the server has not answered, since when and why, and the way out when this device can send no more. */
export function WaitingPanel({ submissions }: { submissions: SubmissionView[] }) {
  const { t } = useWords();
  return (
    <>
      <SubmissionTable submissions={submissions} withAge />
      <section className={styles.wayOut}>
        <p className={styles.wayOutWhat}>{t('care.waiting.exportWhat')}</p>
        <ExportWaiting />
      </section>
    </>
  );
}

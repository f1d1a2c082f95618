import { Loader } from '@mantine/core';
import { useWords } from '../../../text/use-words';
import styles from './waiting.module.css';

/** Something is on its way, and what. */
export function Waiting({ label }: { label?: string }) {
  const { t } = useWords();
  return (
    <div className={styles.waiting} role="status">
      <Loader size={56} aria-hidden />
      <p>{label ?? t('kiosk.waiting')}</p>
    </div>
  );
}

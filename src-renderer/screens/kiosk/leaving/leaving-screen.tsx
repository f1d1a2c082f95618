import { useWords } from '../../../text/use-words';
import styles from './leaving.module.css';

/** The visit is being wiped: nothing of it is on the screen any more. */
export function LeavingScreen() {
  const { t } = useWords();
  return (
    <main className={styles.leaving} role="status">
      <h1 className={styles.thanks}>{t('kiosk.leaving.thanks')}</h1>
      <p>{t('kiosk.leaving.wiped')}</p>
    </main>
  );
}

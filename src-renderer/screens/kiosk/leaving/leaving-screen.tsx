import { useWords } from '../../../text/use-words';
import { ComfortBar } from '../comfort/comfort-bar';
import styles from './leaving.module.css';

/** The visit is being wiped: nothing of it is on the screen any more. */
export function LeavingScreen() {
  const { t } = useWords();
  return (
    <div className={styles.leaving}>
      <main className={styles.farewell}>
        <h1 className={styles.thanks}>{t('kiosk.leaving.thanks')}</h1>
        <p role="status">{t('kiosk.leaving.wiped')}</p>
      </main>
      <div className={styles.comfort}>
        <ComfortBar />
      </div>
    </div>
  );
}

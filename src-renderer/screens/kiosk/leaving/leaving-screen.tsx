import { useWords } from '../../../text/use-words';
import { ComfortBar } from '../comfort/comfort-bar';
import styles from './leaving.module.css';

/** The visit is being wiped: nothing of it is on the screen any more. */
export function LeavingScreen() {
  const { t } = useWords();
  return (
    <div className={styles.leaving}>
      <main className={styles.farewell}>
        <div className={styles.said} role="status">
          <h1 className={styles.thanks}>{t('kiosk.leaving.thanks')}</h1>
          <p>{t('kiosk.leaving.wiped')}</p>
        </div>
      </main>
      <footer className={styles.comfort}>
        <ComfortBar />
      </footer>
    </div>
  );
}

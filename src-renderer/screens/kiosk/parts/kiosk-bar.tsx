import { Wordmark } from '../../parts/wordmark';
import { ComfortBar } from '../comfort/comfort-bar';
import { useKiosk } from '../navigation';
import styles from './kiosk-screen.module.css';
import { LeaveButton } from './leave-button';

/** On every screen: who one is dealing with, language and comfort, and the end of the visit. @param leave false: it stands elsewhere */
export function KioskBar({ leave }: { leave: boolean }) {
  const { screen, office } = useKiosk();
  return (
    <footer className={styles.bar}>
      <span className={styles.mark}>
        <Wordmark place={office} />
      </span>
      <ComfortBar />
      {leave && screen.at !== 'attract' && (
        <span className={styles.leave}>
          <LeaveButton />
        </span>
      )}
    </footer>
  );
}

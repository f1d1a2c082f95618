import { IconLogout } from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { Wordmark } from '../../parts/wordmark';
import { ComfortBar } from '../comfort/comfort-bar';
import { useFinish } from '../leaving/leave-guard';
import { useKiosk } from '../navigation';
import { BigButton } from './big-button';
import styles from './kiosk-screen.module.css';

/** On every screen: who one is dealing with, language and comfort, and the end of the visit. */
export function KioskBar() {
  const { t } = useWords();
  const { screen, office } = useKiosk();
  const finish = useFinish();
  return (
    <footer className={styles.bar}>
      <span className={styles.mark}>
        <Wordmark place={office} />
      </span>
      <ComfortBar />
      {screen.at !== 'attract' && (
        <span className={styles.leave}>
          <BigButton label={t('kiosk.leave')} icon={<IconLogout size={32} aria-hidden />} onPress={finish} />
        </span>
      )}
    </footer>
  );
}

import type { AccountView, MeterView } from '../../../data/account-view';
import { useWords } from '../../../text/use-words';
import type { Obstacle } from '../../entry/obstacle';
import { KioskScreen } from '../parts/kiosk-screen';
import { PastIndexes } from './past-indexes';
import { PastMonths } from './past-months';
import styles from './readings.module.css';

interface ObstacleScreenProps {
  obstacle: Obstacle;
  view: AccountView;
  meter: MeterView;
  back?: () => void;
}

/** Why no index can be sent here, kindly, what can be done instead, and what the meter showed. */
export function ObstacleScreen({ obstacle, view, meter, back }: ObstacleScreenProps) {
  const { t, say } = useWords();
  const { code } = obstacle;
  return (
    <KioskScreen
      title={t(`visit.obstacle.title.${code}`)}
      subtitle={say(obstacle)}
      {...(back ? { back } : {})}
    >
      <div className={styles.told}>
        <div className={styles.column}>
          <p className={styles.help}>{t(`visit.obstacle.help.${code}`)}</p>
          <p className={styles.serial}>{t('visit.meter.title', { serial: meter.meter.serial })}</p>
          <PastIndexes view={meter} />
        </div>
        <PastMonths view={meter} historyReady={view.historyReady} />
      </div>
    </KioskScreen>
  );
}

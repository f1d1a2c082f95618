import { IconGauge } from '@tabler/icons-react';
import type { AccountView, MeterView } from '../../../data/account-view';
import { useWords } from '../../../text/use-words';
import { obstacleTo } from '../../entry/obstacle';
import { isHeld, isOnlyKept } from '../home/tile-words';
import { KioskScreen } from '../parts/kiosk-screen';
import { Tile } from '../parts/tile';
import styles from './readings.module.css';

interface ChooseMeterProps {
  view: AccountView;
  choose: (meterId: string) => void;
}

export function ChooseMeter({ view, choose }: ChooseMeterProps) {
  const { t } = useWords();
  const detailOf = useMeterDetail(view);
  return (
    <KioskScreen title={t('visit.meter.choose')} subtitle={t('visit.meter.chooseHint')}>
      <div className={styles.meters}>
        {view.meters.map((one) => (
          <Tile
            key={one.meter.id}
            icon={<IconGauge size={56} stroke={1.5} />}
            title={t('visit.meter.title', { serial: one.meter.serial })}
            detail={detailOf(one)}
            onPress={() => choose(one.meter.id)}
          />
        ))}
      </div>
    </KioskScreen>
  );
}

/** What there is to do for a meter, in a line. */
function useMeterDetail({ account }: AccountView): (view: MeterView) => string {
  const { t, format } = useWords();
  return (view) => {
    const obstacle = obstacleTo(account, view);
    if (obstacle) return t(`visit.obstacle.title.${obstacle.code}`);
    const { current, meter } = view;
    if (!current || current.source === 'estimate') return t('visit.meter.toSend');
    const state = isOnlyKept(view) ? 'kept' : isHeld(view) ? 'held' : 'sent';
    return t(`visit.meter.${state}`, { index: format.register(current.index, meter.digits) });
  };
}

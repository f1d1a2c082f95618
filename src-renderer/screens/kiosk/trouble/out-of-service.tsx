import { IconCloudDown, IconPlugConnectedX } from '@tabler/icons-react';
import type { Device } from '../../../../shared/sync/device';
import { useWords } from '../../../text/use-words';
import type { ShutReason } from '../kiosk-gate';
import { KioskScreen } from '../parts/kiosk-screen';
import styles from './trouble.module.css';

/** The kiosk cannot serve: said to the customer, with a line for the staff. */
export function OutOfService({ reason, device }: { reason: ShutReason; device: Device }) {
  const { t } = useWords();
  const Icon = reason === 'filling' ? IconCloudDown : IconPlugConnectedX;
  return (
    <KioskScreen
      title={t(`kiosk.shut.${reason}.title`)}
      subtitle={t(`kiosk.shut.${reason}.body`)}
      back={null}
    >
      <div className={styles.picture} aria-hidden>
        <Icon size={160} stroke={1} />
      </div>
      <p className={styles.staff}>{t(`kiosk.shut.${reason}.staff`, { device: device.name })}</p>
    </KioskScreen>
  );
}

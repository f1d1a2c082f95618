import type { Device } from '../../../../shared/sync/device';
import { useWords } from '../../../text/use-words';
import type { ShutReason } from '../kiosk-gate';
import { SignScreen } from '../parts/sign-screen';
import styles from './trouble.module.css';

/** The kiosk cannot serve: said to the customer, with a line for the staff. */
export function OutOfService({ reason, device }: { reason: ShutReason; device: Device | null }) {
  const { t } = useWords();
  return (
    <SignScreen
      tone={reason === 'filling' ? 'filling' : 'shut'}
      title={t(`kiosk.shut.${reason}.title`)}
      subtitle={t(`kiosk.shut.${reason}.body`)}
      back={null}
      notice={
        <p className={styles.staff}>{t(`kiosk.shut.${reason}.staff`, { device: device?.name ?? '' })}</p>
      }
    />
  );
}

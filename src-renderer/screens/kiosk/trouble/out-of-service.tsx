import type { Device } from '../../../../shared/sync/device';
import { useWords } from '../../../text/use-words';
import type { ShutReason } from '../kiosk-gate';
import { SignScreen } from '../parts/sign-screen';
import styles from './trouble.module.css';

interface OutOfServiceProps {
  reason: ShutReason;
  device: Device | null;
  /** What the staff should know besides. */
  alsoForStaff?: string | null;
}

/** The kiosk cannot serve: said to the customer, with a line for the staff. */
export function OutOfService({ reason, device, alsoForStaff = null }: OutOfServiceProps) {
  const { t } = useWords();
  return (
    <SignScreen
      tone={reason === 'filling' ? 'filling' : 'shut'}
      title={t(`kiosk.shut.${reason}.title`)}
      subtitle={t(`kiosk.shut.${reason}.body`)}
      back={null}
      notice={
        <div className={styles.staff}>
          <p>{t(`kiosk.shut.${reason}.staff`, { device: device?.name ?? '' })}</p>
          {alsoForStaff && <p>{alsoForStaff}</p>}
        </div>
      }
    />
  );
}

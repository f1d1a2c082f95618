import { useWords } from '../../../text/use-words';
import { KioskFrame } from '../kiosk-frame';
import { KioskScreen } from '../parts/kiosk-screen';
import { Waiting } from '../parts/waiting';

/** A self-service machine that is on its way: nobody has to do anything. */
export function StartingKiosk({ reload }: { reload: () => void }) {
  return (
    <KioskFrame device={null} reload={reload}>
      <KioskStarting />
    </KioskFrame>
  );
}

export function KioskStarting() {
  const { t } = useWords();
  return (
    <KioskScreen title={t('kiosk.shut.starting')} back={null}>
      <Waiting />
    </KioskScreen>
  );
}

import { Loader } from '@mantine/core';
import { useWords } from '../../../text/use-words';
import { KioskFrame } from '../kiosk-frame';
import { KioskScreen } from '../parts/kiosk-screen';

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
    <KioskScreen title={t('kiosk.shut.starting')} subtitle={t('kiosk.waiting')} back={null} sign>
      <Loader size={96} aria-hidden />
    </KioskScreen>
  );
}

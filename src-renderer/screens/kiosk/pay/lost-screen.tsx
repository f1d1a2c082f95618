import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';

/** Nobody here knows whether the payment began: the same order is asked for again, never a new one. */
export function LostScreen({ asking, ask }: { asking: boolean; ask: () => Promise<void> }) {
  const { t } = useWords();
  return (
    <KioskScreen
      title={t('visit.pay.lost')}
      back={null}
      primary={{ label: t('visit.pay.askAgain'), onPress: () => void ask(), busy: asking }}
    >
      <KioskNotice tone="ask">{t('visit.pay.lostBegin')}</KioskNotice>
    </KioskScreen>
  );
}

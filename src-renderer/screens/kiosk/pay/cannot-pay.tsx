import { useWords } from '../../../text/use-words';
import { useKiosk } from '../navigation';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';

/** Why nothing can be paid here now, and where it can. */
export function CannotPay({ why }: { why: 'offline' | 'noWay' | 'nothing' }) {
  const { t } = useWords();
  const { go } = useKiosk();
  return (
    <KioskScreen
      title={t(`visit.pay.${why}`)}
      primary={
        why === 'nothing'
          ? { label: t('visit.payments.title'), onPress: () => go({ at: 'payments' }) }
          : undefined
      }
    >
      <KioskNotice tone={why === 'nothing' ? 'received' : 'ask'}>{t(`visit.pay.${why}Body`)}</KioskNotice>
    </KioskScreen>
  );
}

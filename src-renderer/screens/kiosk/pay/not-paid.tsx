import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import type { Refusal } from './use-order';

/** An order that ended without money: said, with what to do. */
export function NotPaid({ order, again }: { order: PaymentOrder; again: () => void }) {
  const { t } = useWords();
  const state = order.state === 'declined' || order.state === 'expired' ? order.state : 'failed';
  return (
    <KioskScreen
      title={t(`visit.pay.${state}`)}
      back={null}
      primary={{ label: t('visit.pay.again'), onPress: again }}
    >
      <KioskNotice tone="refused">{t(`visit.pay.${state}Body`)}</KioskNotice>
    </KioskScreen>
  );
}

/** An order that was not begun. */
export function RefusedScreen({ reason, again }: { reason: Refusal; again: () => void }) {
  const { t } = useWords();
  return (
    <KioskScreen
      title={t('visit.pay.failed')}
      back={null}
      primary={{ label: t('visit.pay.again'), onPress: again }}
    >
      <KioskNotice tone="ask">{t(`visit.pay.refused.${reason}`)}</KioskNotice>
    </KioskScreen>
  );
}

import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { useWords } from '../../../text/use-words';
import { SignScreen } from '../parts/sign-screen';
import type { Refusal } from './use-order';

/** An order that ended without money: said, with what to do. */
export function NotPaid({ order, again }: { order: PaymentOrder; again: () => void }) {
  const { t } = useWords();
  const state = order.state === 'declined' || order.state === 'expired' ? order.state : 'failed';
  return (
    <SignScreen
      tone="refused"
      title={t(`visit.pay.${state}`)}
      subtitle={t(`visit.pay.${state}Body`)}
      back={null}
      primary={{ label: t('visit.pay.again'), onPress: again }}
    />
  );
}

/** An order that was not begun. */
export function RefusedScreen({ reason, again }: { reason: Refusal; again: () => void }) {
  const { t } = useWords();
  return (
    <SignScreen
      tone="ask"
      title={t('visit.pay.failed')}
      subtitle={t(`visit.pay.refused.${reason}`)}
      back={null}
      primary={{ label: t('visit.pay.again'), onPress: again }}
    />
  );
}

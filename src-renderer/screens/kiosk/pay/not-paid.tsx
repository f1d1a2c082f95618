import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { useWords } from '../../../text/use-words';
import { SignScreen } from '../parts/sign-screen';
import type { Refusal } from './use-order';

interface Ways {
  /** To the ways of paying, for the same invoices. */
  otherWay: () => void;
  /** To the choice of invoices. */
  startOver: () => void;
}

/** An order that ended without money: said, with what to do. */
export function NotPaid({ order, otherWay }: Pick<Ways, 'otherWay'> & { order: PaymentOrder }) {
  const { t } = useWords();
  const state = order.state === 'declined' || order.state === 'expired' ? order.state : 'failed';
  return (
    <SignScreen
      tone="refused"
      title={t(`visit.pay.${state}`)}
      subtitle={t(`visit.pay.${state}Body`)}
      primary={{ label: t('visit.pay.otherWay'), onPress: otherWay }}
    />
  );
}

/** An order that was not begun. */
export function RefusedScreen({ reason, otherWay, startOver }: Ways & { reason: Refusal }) {
  const { t } = useWords();
  const again =
    reason === 'amount-changed'
      ? { label: t('visit.pay.again'), onPress: startOver }
      : { label: t('visit.pay.otherWay'), onPress: otherWay };
  const inVain = reason === 'no-room';
  return (
    <SignScreen
      tone="ask"
      title={t('visit.pay.failed')}
      subtitle={t(`visit.pay.refused.${reason}`)}
      primary={inVain ? undefined : again}
    />
  );
}

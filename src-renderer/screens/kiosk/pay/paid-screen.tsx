import { creditIn } from '../../../../shared/billing/credit-in';
import type { Account } from '../../../../shared/model/account';
import type { SlipFacts } from '../../../../shared/slip/slip';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { inOnePiece } from '../../../../shared/text/keep-together';
import type { PaymentView } from '../../../data/payment-api';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useKiosk } from '../navigation';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { ReceiptCard } from '../result/receipt-card';
import styles from '../result/result.module.css';
import { SlipActions } from '../result/slip-actions';
import { StateIcon } from '../result/state-icon';
import { usePageBeside } from './page-beside';

interface PaidScreenProps {
  order: PaymentOrder;
  account: Account;
  numbers: string[]; // of the invoices that it was asked for
  earlier: string | null;
  /** The customer goes on, and has read it. */
  told?: () => void;
}

/** Paid and recorded by the server: for what it was asked, then, once the payment is here, what it really pays. */
export function PaidScreen({ order, account, numbers, earlier, told }: PaidScreenProps) {
  const { t } = useWords();
  const { go } = useKiosk();
  const payment = useLive('payments', { accountId: account.id })?.find(({ id }) => id === order.id);
  const facts = useSlip({ order, account, payment });
  const { what, inAdvance } = usePaidWords(order, payment);
  const beside = usePageBeside(order);
  const paidFor = payment ? numbersIn(payment) : numbers;
  const goOn = () => {
    told?.();
    go({ at: 'home' });
  };
  return (
    <KioskScreen
      title={t('visit.pay.paid')}
      subtitle={what}
      back={null}
      live={[inAdvance, beside?.words].filter(Boolean).join(' ')}
      done
      primary={{ label: t('visit.result.more'), onPress: goOn }}
      below={facts && <SlipActions facts={facts} emailedAs={account.emailKnown ? order : null} />}
    >
      <div className={styles.result}>
        <StateIcon state="received" />
        {(earlier || inAdvance || beside || paidFor.length > 0) && (
          <div className={styles.said}>
            {earlier && <KioskNotice tone="inform">{earlier}</KioskNotice>}
            {inAdvance && <KioskNotice tone="inform">{inAdvance}</KioskNotice>}
            {beside && <KioskNotice tone={beside.tone}>{beside.words}</KioskNotice>}
            {!earlier && paidFor.length > 0 && (
              <p className={styles.next}>{paidFor.map(inOnePiece).join(', ')}</p>
            )}
          </div>
        )}
        {facts && <ReceiptCard receiptNumber={facts.receiptNumber} />}
      </div>
    </KioskScreen>
  );
}

/** What was charged, and what of it found nothing to pay any more: somebody had paid meanwhile. */
function usePaidWords(order: PaymentOrder, payment: PaymentView | undefined) {
  const { t, format } = useWords();
  const { amountBani } = payment ?? order;
  const creditBani = payment ? creditIn(payment) : 0;
  const amount = format.money(amountBani);
  if (creditBani <= 0) return { what: t('visit.pay.paidBody', { amount }), inAdvance: undefined };
  const part = creditBani < amountBani ? 'partInAdvance' : 'allInAdvance';
  return {
    what: t('visit.pay.paidAmount', { amount }),
    inAdvance: t(`visit.pay.${part}`, { amount: format.money(creditBani) }),
  };
}

const numbersIn = ({ allocations }: PaymentView): string[] =>
  allocations.map(({ invoiceNumber }) => invoiceNumber);

interface SlipSource {
  order: PaymentOrder;
  account: Account;
  payment: PaymentView | undefined;
}

/** Which invoices it pays is printed once that is known. */
function useSlip({ order, account, payment }: SlipSource): SlipFacts | null {
  const kiosk = useLive('kiosk', null);
  const device = useLive('device', null);
  if (!kiosk || device?.state !== 'ready' || order.receiptNumber === null) return null;
  return {
    kind: 'payment',
    state: 'received',
    reasons: [],
    capturedAt: order.settledAt ?? order.madeAt,
    receiptNumber: order.receiptNumber,
    clientCode: account.clientCode,
    holderName: account.holderName,
    meterSerial: null,
    period: null,
    index: null,
    amountBani: (payment ?? order).amountBani,
    method: order.channel === 'terminal' ? 'card' : 'online',
    invoiceNumbers: payment && numbersIn(payment),
    creditBani: payment && creditIn(payment),
    office: kiosk.office,
    device: device.device.name,
  };
}

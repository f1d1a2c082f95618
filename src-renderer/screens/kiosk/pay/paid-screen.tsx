import type { Account } from '../../../../shared/model/account';
import type { SlipFacts } from '../../../../shared/slip/slip';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { inOnePiece } from '../../../../shared/text/keep-together';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useKiosk } from '../navigation';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { ReceiptCard } from '../result/receipt-card';
import styles from '../result/result.module.css';
import { SlipActions } from '../result/slip-actions';
import { StateIcon } from '../result/state-icon';

interface PaidScreenProps {
  order: PaymentOrder;
  account: Account;
  numbers: string[]; // of the invoices that it pays
  earlier: string | null;
}

/** Paid and recorded by the server. */
export function PaidScreen({ order, account, numbers, earlier }: PaidScreenProps) {
  const { t, format } = useWords();
  const { go } = useKiosk();
  const facts = useSlip({ order, account, numbers });
  return (
    <KioskScreen
      title={t('visit.pay.paid')}
      subtitle={t('visit.pay.paidBody', { amount: format.money(order.amountBani) })}
      back={null}
      done
      primary={{ label: t('visit.result.more'), onPress: () => go({ at: 'home' }) }}
      below={facts && <SlipActions facts={facts} emailedAs={account.emailKnown ? order : null} />}
    >
      <div className={styles.result}>
        <StateIcon state="received" />
        {earlier ? (
          <KioskNotice tone="inform">{earlier}</KioskNotice>
        ) : (
          <p className={styles.next}>{numbers.map(inOnePiece).join(', ')}</p>
        )}
        {facts && <ReceiptCard receiptNumber={facts.receiptNumber} />}
      </div>
    </KioskScreen>
  );
}

function useSlip({ order, account, numbers }: Omit<PaidScreenProps, 'earlier'>): SlipFacts | null {
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
    amountBani: order.amountBani,
    method: order.channel === 'terminal' ? 'card' : 'online',
    invoiceNumbers: numbers,
    office: kiosk.office,
    device: device.device.name,
  };
}

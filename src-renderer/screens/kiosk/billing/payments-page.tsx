import { IconArrowBackUp, IconBuildingBank, IconCash, IconCreditCard, IconWorld } from '@tabler/icons-react';
import { creditIn } from '../../../../shared/billing/credit-in';
import { formatReceiptNumber } from '../../../../shared/receipt-number';
import { inOnePiece } from '../../../../shared/text/keep-together';
import type { PaymentView } from '../../../data/payment-api';
import { useWords } from '../../../text/use-words';
import { useOlderBilling } from '../../older-billing';
import { KioskScreen } from '../parts/kiosk-screen';
import { VisitGate, WaitingScreen } from '../visit-gate';
import { AsOfLine } from './as-of-line';
import styles from './billing.module.css';
import { NothingBilled } from './nothing-billed';
import { OlderRow } from './older-row';
import { Pager } from './pager';
import { usePayments } from './use-billing';

const methodIcons = { cash: IconCash, card: IconCreditCard, transfer: IconBuildingBank, online: IconWorld };

/** Evidență plăți: what was paid, when, how and for which invoices. */
export function PaymentsPage() {
  const { t } = useWords();
  return (
    <VisitGate title={t('visit.payments.title')}>
      {({ accountId }) => <Payments key={accountId} accountId={accountId} />}
    </VisitGate>
  );
}

function Payments({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const payments = usePayments(accountId);
  const isWhole = useOlderBilling(accountId).stateOf('payments') === 'known';
  if (!payments) return <WaitingScreen title={t('visit.payments.title')} />;
  if (payments.length === 0) return <NothingBilled accountId={accountId} what="payments" />;
  return (
    <KioskScreen title={t('visit.payments.title')}>
      <div className={styles.sheet}>
        <AsOfLine />
        <Pager
          rows={payments}
          label={t('visit.payments.title')}
          draw={(payment) => <PaymentRow key={payment.id} payment={payment} />}
          last={isWhole ? undefined : <OlderRow key="older" accountId={accountId} what="payments" />}
        />
      </div>
    </KioskScreen>
  );
}

function PaymentRow({ payment }: { payment: PaymentView }) {
  const { t, format } = useWords();
  const { method, paidAt } = payment;
  const Icon = methodIcons[method];
  const receipt = inOnePiece(formatReceiptNumber(payment.receiptNumber));
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.name}>{format.moment(paidAt)}</span>
        <span className={styles.quiet}>
          {usePaidFor(payment)} · {t('visit.payments.receipt', { receipt })}
        </span>
      </span>
      <span className={styles.figures}>
        <span className={styles.money} data-reversed={payment.reversedAt !== null || undefined}>
          {format.money(payment.amountBani)}
        </span>
        <span className={styles.state}>
          <Icon size={32} stroke={1.75} aria-hidden />
          {t(`visit.payments.methods.${method}`)}
        </span>
      </span>
    </li>
  );
}

/** Which invoices it pays, what of it is a credit, or that it was taken back. */
function usePaidFor(payment: PaymentView) {
  const { allocations, reversedAt } = payment;
  const { t, format } = useWords();
  if (reversedAt) {
    return (
      <span className={styles.reversed}>
        <IconArrowBackUp size={28} aria-hidden />{' '}
        {t('visit.payments.reversed', { at: format.moment(reversedAt) })}
      </span>
    );
  }
  const creditBani = creditIn(payment);
  const invoices = allocations.map(({ invoiceNumber }) => inOnePiece(invoiceNumber)).join(', ');
  const parts = [
    invoices && t('visit.payments.for', { invoices }),
    creditBani > 0 && t('visit.payments.credit', { amount: format.money(creditBani) }),
  ];
  return parts.filter(Boolean).join(', ');
}

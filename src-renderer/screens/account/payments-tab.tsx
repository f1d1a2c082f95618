import { IconBuildingBank, IconCash, IconCreditCard, IconReceipt, IconWorld } from '@tabler/icons-react';
import type { Payment } from '../../../shared/model/billing';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { EmptyState } from '../parts/empty-state';
import table from '../parts/table.module.css';
import styles from './billing.module.css';

/** Read-only: what was paid, how, and for which invoices. */
export function PaymentsTab({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const payments = useLive('payments', { accountId });
  if (!payments) return null;
  if (payments.length === 0) {
    return (
      <EmptyState
        icon={<IconReceipt size={40} stroke={1.5} />}
        title={t('counter.payments.none')}
        body={t('counter.payments.noneBody')}
      />
    );
  }
  return (
    <div className={styles.sheet}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('counter.payments.paidAt')}</th>
            <th>{t('counter.payments.method')}</th>
            <th>{t('counter.payments.receipt')}</th>
            <th>{t('counter.payments.for')}</th>
            <th className={table.figure}>{t('counter.payments.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const methodIcons = {
  cash: IconCash,
  card: IconCreditCard,
  transfer: IconBuildingBank,
  online: IconWorld,
};

function PaymentRow({ payment }: { payment: Payment }) {
  const { t, format } = useWords();
  const Icon = methodIcons[payment.method];
  const invoices = payment.allocations.map(({ invoiceNumber }) => invoiceNumber).join(', ');
  return (
    <tr>
      <td className={table.keep}>{format.moment(payment.paidAt)}</td>
      <td>
        <span className={styles.state}>
          <Icon size={20} stroke={1.75} aria-hidden />
          {t(`counter.payments.methods.${payment.method}`)}
        </span>
      </td>
      <td className={table.keep}>{payment.receiptNumber}</td>
      <td>{invoices === '' ? t('counter.payments.credit') : invoices}</td>
      <td className={table.figure}>{format.money(payment.amountBani)}</td>
    </tr>
  );
}

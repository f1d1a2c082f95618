import { IconReceipt } from '@tabler/icons-react';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { useOlderBilling, withOlder } from '../older-billing';
import { EmptyState } from '../parts/empty-state';
import table from '../parts/table.module.css';
import styles from './billing.module.css';
import { OlderLine } from './older-line';
import { PaymentRow } from './payment-row';

/** What was paid, how, and for which invoices; here a payment is taken back. */
export function PaymentsTab({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const held = useLive('payments', { accountId });
  const older = useOlderBilling(accountId);
  if (!held) return null;
  const payments = withOlder(held, older.payments);
  if (payments.length === 0) {
    return (
      <>
        <EmptyState
          icon={<IconReceipt size={40} stroke={1.5} />}
          title={t('counter.payments.none')}
          body={t('counter.payments.noneBody')}
        />
        <OlderLine accountId={accountId} what="payments" />
      </>
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
            <th className={styles.act}>
              <span className="visually-hidden">{t('counter.payments.reverse')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </tbody>
      </table>
      <OlderLine accountId={accountId} what="payments" />
    </div>
  );
}

import { IconCircleCheck } from '@tabler/icons-react';
import { openOldestFirst } from '../../../shared/billing/oldest-first';
import type { Invoice } from '../../../shared/model/billing';
import { useWords } from '../../text/use-words';
import { EmptyState } from '../parts/empty-state';
import { focusTabField } from '../parts/tab-field';
import { ChosenInvoices } from './chosen-invoices';
import styles from './pay.module.css';
import { PaymentForm } from './payment-form';
import { TakenPayment } from './taken-payment';
import { usePayment } from './use-payment';

interface PayTabProps {
  accountId: string;
  invoices: Invoice[] | undefined;
}

/** Money for open invoices: which of them, how much, and how it is paid. */
export function PayTab({ accountId, invoices }: PayTabProps) {
  return invoices ? <Till accountId={accountId} open={openOldestFirst(invoices)} /> : null;
}

function Till({ accountId, open }: { accountId: string; open: Invoice[] }) {
  const { t } = useWords();
  const payment = usePayment(accountId, open);
  const { phase } = payment;
  const another = () => {
    payment.another();
    requestAnimationFrame(() => focusTabField('pay'));
  };
  if (open.length === 0 && phase.at !== 'taken') {
    return (
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.5} />}
        title={t('counter.invoices.allPaid')}
        body={t('counter.pay.nothingBody')}
      />
    );
  }
  return (
    <div className={styles.till}>
      <ChosenInvoices open={open} payment={payment} />
      {phase.at === 'taken' ? (
        <TakenPayment taken={phase} another={open.length > 0 ? another : null} />
      ) : (
        <PaymentForm payment={payment} />
      )}
    </div>
  );
}

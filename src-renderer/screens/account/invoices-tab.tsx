import { IconFileInvoice } from '@tabler/icons-react';
import type { Invoice } from '../../../shared/model/billing';
import { useWords } from '../../text/use-words';
import { useOlderBilling, withOlder } from '../older-billing';
import { EmptyState } from '../parts/empty-state';
import table from '../parts/table.module.css';
import styles from './billing.module.css';
import { InvoiceRow } from './invoice-row';
import { OlderLine } from './older-line';

interface InvoicesTabProps {
  accountId: string;
  invoices: Invoice[] | undefined;
}

/** Read-only: open invoices first, each with its lines on demand. */
export function InvoicesTab({ accountId, invoices: held }: InvoicesTabProps) {
  const { t } = useWords();
  const older = useOlderBilling(accountId);
  if (!held) return null;
  const invoices = withOlder(held, older.invoices);
  if (invoices.length === 0) {
    return (
      <>
        <EmptyState
          icon={<IconFileInvoice size={40} stroke={1.5} />}
          title={t('counter.invoices.none')}
          body={t('counter.invoices.noneBody')}
        />
        <OlderLine accountId={accountId} what="invoices" />
      </>
    );
  }
  const open = invoices.filter(({ outstandingBani }) => outstandingBani > 0);
  const paid = invoices.filter(({ outstandingBani }) => outstandingBani <= 0);
  return (
    <div className={styles.sheet}>
      <OpenTotal open={open} />
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('counter.invoices.number')}</th>
            <th>{t('counter.invoices.period')}</th>
            <th>{t('counter.invoices.issued')}</th>
            <th>{t('counter.invoices.due')}</th>
            <th>{t('counter.invoices.state')}</th>
            <th className={table.figure}>{t('counter.invoices.total')}</th>
            <th className={table.figure}>{t('counter.invoices.outstanding')}</th>
          </tr>
        </thead>
        {[...open, ...paid].map((invoice) => (
          <InvoiceRow key={invoice.id} invoice={invoice} />
        ))}
      </table>
      <OlderLine accountId={accountId} what="invoices" />
    </div>
  );
}

function OpenTotal({ open }: { open: Invoice[] }) {
  const { t, format } = useWords();
  const totalBani = open.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0);
  return (
    <p className={styles.sum}>
      {open.length === 0
        ? t('counter.invoices.allPaid')
        : t('counter.invoices.openTotal', { count: open.length, amount: format.money(totalBani) })}
    </p>
  );
}

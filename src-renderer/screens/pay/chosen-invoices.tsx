import { Checkbox } from '@mantine/core';
import type { Invoice } from '../../../shared/model/billing';
import { useWords } from '../../text/use-words';
import table from '../parts/table.module.css';
import styles from './pay.module.css';
import type { Payment } from './use-payment';

/** The open invoices, oldest first, each with a box: the first ones chosen are paid first. After a payment none is ticked: what stays was not paid. */
export function ChosenInvoices({ open, payment }: { open: Invoice[]; payment: Payment }) {
  const { t } = useWords();
  const { at } = payment.phase;
  return (
    <section className={styles.invoices} aria-label={t('counter.pay.invoices')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('counter.invoices.number')}</th>
            <th>{t('counter.invoices.period')}</th>
            <th>{t('counter.invoices.due')}</th>
            <th className={table.figure}>{t('counter.invoices.outstanding')}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((invoice) => (
            <Row
              key={invoice.id}
              invoice={invoice}
              payment={payment}
              disabled={at === 'saving' || at === 'taken'}
            />
          ))}
          {open.length === 0 && (
            <tr>
              <td colSpan={4}>{t('counter.invoices.allPaid')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Row({ invoice, payment, disabled }: { invoice: Invoice; payment: Payment; disabled: boolean }) {
  const { format } = useWords();
  const { id, number, period, dueOn, outstandingBani } = invoice;
  return (
    <tr>
      <td className={table.keep}>
        <Checkbox
          size="md"
          label={number}
          checked={payment.isChosen(id) && payment.phase.at !== 'taken'}
          disabled={disabled}
          onChange={(event) => payment.choose(id, event.currentTarget.checked)}
        />
      </td>
      <td className={table.keep}>{format.month(period)}</td>
      <td className={table.keep}>{format.day(dueOn)}</td>
      <td className={table.figure}>{format.money(outstandingBani)}</td>
    </tr>
  );
}

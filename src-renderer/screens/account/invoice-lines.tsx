import type { Invoice } from '../../../shared/model/billing';
import { useWords } from '../../text/use-words';
import table from '../parts/table.module.css';
import styles from './billing.module.css';

export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const { t, format } = useWords();
  return (
    <table
      className={`${table.table} ${styles.lines}`}
      aria-label={t('counter.invoices.details', { number: invoice.number })}
    >
      <thead>
        <tr>
          <th>{t('counter.invoices.description')}</th>
          <th className={table.figure}>{t('counter.invoices.quantity')}</th>
          <th className={table.figure}>{t('counter.invoices.unitPrice')}</th>
          <th className={table.figure}>{t('counter.invoices.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={`${line.description} ${line.amountBani}`}>
            <td>{line.description}</td>
            <td className={table.figure}>
              {format.number(line.quantity)} {line.unit}
            </td>
            <td className={table.figure}>{format.money(line.unitPriceBani)}</td>
            <td className={table.figure}>{format.money(line.amountBani)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

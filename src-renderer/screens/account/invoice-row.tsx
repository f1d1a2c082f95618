import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconCircleCheck, IconClockExclamation, IconReceipt2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Invoice } from '../../../shared/model/billing';
import { localDay } from '../../../shared/time/local-day';
import { useWords } from '../../text/use-words';
import { useClock } from '../now';
import table from '../parts/table.module.css';
import styles from './billing.module.css';
import { InvoiceLines } from './invoice-lines';

/** One invoice; Enter or a click on its number shows its lines. */
export function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { format } = useWords();
  const [detailed, setDetailed] = useState(false);
  const open = invoice.outstandingBani > 0;
  return (
    <tbody>
      <tr className={open ? styles.open : undefined}>
        <td className={table.keep}>
          <UnstyledButton
            className={styles.number}
            aria-expanded={detailed}
            onClick={() => setDetailed(!detailed)}
          >
            <IconChevronRight className={styles.chevron} size={16} aria-hidden />
            {invoice.number}
          </UnstyledButton>
        </td>
        <td className={table.keep}>{format.month(invoice.period)}</td>
        <td className={table.keep}>{format.day(invoice.issuedOn)}</td>
        <td className={table.keep}>{format.day(invoice.dueOn)}</td>
        <td>
          <InvoiceState invoice={invoice} />
        </td>
        <td className={table.figure}>{format.money(invoice.totalBani)}</td>
        <td className={table.figure}>{open ? format.money(invoice.outstandingBani) : '–'}</td>
      </tr>
      {detailed && (
        <tr>
          <td colSpan={7} className={styles.detail}>
            <InvoiceLines invoice={invoice} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function InvoiceState({ invoice }: { invoice: Invoice }) {
  const { t } = useWords();
  const clock = useClock();
  const today = localDay(new Date(clock.wallMs()).toISOString(), 'Europe/Bucharest');
  if (invoice.outstandingBani <= 0)
    return <State state="paid" icon={IconCircleCheck} words={t('counter.invoices.paid')} />;
  if (invoice.dueOn < today) {
    return <State state="overdue" icon={IconClockExclamation} words={t('counter.invoices.overdue')} />;
  }
  return <State state="open" icon={IconReceipt2} words={t('counter.invoices.open')} />;
}

interface StateProps {
  state: 'paid' | 'overdue' | 'open';
  icon: typeof IconCircleCheck;
  words: string;
}

function State({ state, icon: Icon, words }: StateProps) {
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={20} stroke={1.75} aria-hidden />
      {words}
    </span>
  );
}

import { IconCircleCheck, IconClockExclamation, IconReceipt2 } from '@tabler/icons-react';
import type { Invoice } from '../../../../shared/model/billing';
import { localDay } from '../../../../shared/time/local-day';
import { useWords } from '../../../text/use-words';
import { useClock } from '../../now';
import styles from './billing.module.css';

const icons = { paid: IconCircleCheck, overdue: IconClockExclamation, open: IconReceipt2 };

/** Paid, to be paid, or late, by icon and word. */
export function InvoiceState({ invoice }: { invoice: Invoice }) {
  const { t } = useWords();
  const clock = useClock();
  const today = localDay(new Date(clock.wallMs()).toISOString(), 'Europe/Bucharest');
  const state = invoice.outstandingBani <= 0 ? 'paid' : invoice.dueOn < today ? 'overdue' : 'open';
  const Icon = icons[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={32} stroke={1.75} aria-hidden />
      {t(`visit.invoices.${state}`)}
    </span>
  );
}

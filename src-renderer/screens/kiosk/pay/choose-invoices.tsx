import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import type { Invoice } from '../../../../shared/model/billing';
import { useWords } from '../../../text/use-words';
import billing from '../billing/billing.module.css';
import { InvoiceState } from '../billing/invoice-state';
import { Pager } from '../billing/pager';
import { useRowsAPage } from '../billing/use-rows-a-page';
import { KioskScreen } from '../parts/kiosk-screen';
import styles from './pay.module.css';

interface ChooseInvoicesProps {
  open: Invoice[];
  chosen: Invoice[];
  leaveOut: (update: (leftOut: readonly string[]) => readonly string[]) => void;
  goOn: () => void;
}

/** All open invoices are chosen until somebody says otherwise; the total follows. */
export function ChooseInvoices({ open, chosen, leaveOut, goOn }: ChooseInvoicesProps) {
  const { t, format } = useWords();
  const size = useRowsAPage({ tall: 5, wide: 3 });
  const amount = format.money(chosen.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0));
  const toggle = (id: string) =>
    leaveOut((out) => (out.includes(id) ? out.filter((other) => other !== id) : [...out, id]));
  return (
    <KioskScreen
      title={t('visit.pay.choose')}
      primary={{ label: t('visit.pay.next', { amount }), onPress: goOn, disabled: chosen.length === 0 }}
    >
      <div className={billing.sheet} data-touched>
        <Pager
          rows={open}
          size={size}
          label={t('visit.pay.choose')}
          draw={(invoice) => (
            <ChoiceRow
              key={invoice.id}
              invoice={invoice}
              isChosen={chosen.includes(invoice)}
              toggle={() => toggle(invoice.id)}
            />
          )}
        />
        <p className={styles.total} role="status">
          <span>{t('visit.pay.chosen', { count: chosen.length })}</span>
          <span>
            {t('visit.pay.total')} <strong>{amount}</strong>
          </span>
        </p>
      </div>
    </KioskScreen>
  );
}

interface ChoiceRowProps {
  invoice: Invoice;
  isChosen: boolean;
  toggle: () => void;
}

function ChoiceRow({ invoice, isChosen, toggle }: ChoiceRowProps) {
  const { t, format } = useWords();
  const { number, period, dueOn, outstandingBani } = invoice;
  const Box = isChosen ? IconSquareCheckFilled : IconSquare;
  return (
    <li>
      <label className={`${billing.row} ${styles.choice}`}>
        <input type="checkbox" className="visually-hidden" checked={isChosen} onChange={toggle} />
        <Box className={styles.box} size={56} stroke={1.5} aria-hidden />
        <span className={billing.what}>
          <span className={billing.name}>{format.month(period)}</span>
          <span className={billing.quiet}>
            {number} · {t('visit.invoices.due', { day: format.day(dueOn) })}
          </span>
        </span>
        <span className={billing.figures}>
          <span className={billing.money}>{format.money(outstandingBani)}</span>
          <InvoiceState invoice={invoice} />
        </span>
      </label>
    </li>
  );
}

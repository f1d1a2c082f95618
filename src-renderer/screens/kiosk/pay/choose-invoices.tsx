import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import type { Invoice } from '../../../../shared/model/billing';
import { useWords } from '../../../text/use-words';
import billing from '../billing/billing.module.css';
import { InvoiceState } from '../billing/invoice-state';
import { Pager } from '../billing/pager';
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
  const amount = format.money(chosen.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0));
  const toggle = (id: string) =>
    leaveOut((out) => (out.includes(id) ? out.filter((other) => other !== id) : [...out, id]));
  return (
    <KioskScreen
      title={t('visit.pay.choose')}
      primary={{ label: t('visit.pay.next', { amount }), onPress: goOn, disabled: chosen.length === 0 }}
    >
      <div className={billing.sheet}>
        <Pager
          rows={open}
          label={t('visit.pay.choose')}
          draw={(invoice) => (
            <ChoiceRow
              key={invoice.id}
              invoice={invoice}
              isChosen={chosen.includes(invoice)}
              toggle={() => toggle(invoice.id)}
            />
          )}
          foot={(shown) => <Total chosen={chosen} shown={shown} amount={amount} />}
        />
      </div>
    </KioskScreen>
  );
}

interface TotalProps {
  chosen: readonly Invoice[];
  shown: readonly Invoice[];
  amount: string;
}

/** What the button pays, with how much of it stands on other pages. */
function Total({ chosen, shown, amount }: TotalProps) {
  const { t } = useWords();
  const elsewhere = chosen.filter((invoice) => !shown.includes(invoice)).length;
  return (
    <p className={styles.total} role="status">
      <span>
        {t('visit.pay.chosen', { count: chosen.length })}
        {elsewhere > 0 && `, ${t('visit.pay.elsewhere', { count: elsewhere })}`}
      </span>
      <span>
        {t('visit.pay.total')} <strong>{amount}</strong>
      </span>
    </p>
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

import type { Invoice } from '../../../../shared/model/billing';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { type KioskPlace, useKiosk } from '../navigation';
import { KioskScreen } from '../parts/kiosk-screen';
import { VisitGate, WaitingScreen } from '../visit-gate';
import { AsOfLine } from './as-of-line';
import styles from './billing.module.css';
import { InvoiceState } from './invoice-state';
import { useInvoices } from './use-billing';

/** One invoice with its lines. */
export function InvoicePage({ place }: { place: Extract<KioskPlace, { at: 'invoice' }> }) {
  const { t } = useWords();
  return (
    <VisitGate title={t('visit.invoices.title')}>
      {({ accountId }) => <FoundInvoice accountId={accountId} invoiceId={place.invoiceId} />}
    </VisitGate>
  );
}

function FoundInvoice({ accountId, invoiceId }: { accountId: string; invoiceId: string }) {
  const { t } = useWords();
  const invoices = useInvoices(accountId);
  if (!invoices) return <WaitingScreen title={t('visit.invoices.title')} />;
  const invoice = invoices.find(({ id }) => id === invoiceId);
  if (invoice) return <InvoiceDetail invoice={invoice} />;
  return (
    <KioskScreen title={t('visit.invoices.none')} subtitle={t('visit.invoices.noneBody')}>
      {null}
    </KioskScreen>
  );
}

function InvoiceDetail({ invoice }: { invoice: Invoice }) {
  const { t, format } = useWords();
  const { go } = useKiosk();
  const { id, number, outstandingBani } = invoice;
  const kiosk = useLive('kiosk', null);
  const payable = kiosk?.online !== false && kiosk?.canSave !== false; // as far as is known
  return (
    <KioskScreen
      title={t('visit.invoices.one', { number })}
      subtitle={format.month(invoice.period)}
      primary={
        payable && outstandingBani > 0
          ? {
              label: t('visit.invoices.payThis'),
              onPress: () => go({ at: 'pay', invoiceIds: [id] }),
            }
          : undefined
      }
    >
      <div className={styles.sheet}>
        <AsOfLine />
        <div className={styles.facts}>
          <dl className={styles.dated}>
            <Fact label={t('visit.invoices.issued')} value={format.day(invoice.issuedOn)} />
            <Fact label={t('visit.invoices.dueOn')} value={format.day(invoice.dueOn)} />
            <Fact
              label={t('visit.invoices.outstanding')}
              value={format.money(Math.max(0, outstandingBani))}
            />
          </dl>
          <InvoiceState invoice={invoice} />
        </div>
        <Lines invoice={invoice} />
      </div>
    </KioskScreen>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt className={styles.quiet}>{label}</dt>
    <dd className={styles.name}>{value}</dd>
  </div>
);

function Lines({ invoice }: { invoice: Invoice }) {
  const { t, format } = useWords();
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th>{t('visit.invoices.what')}</th>
          <th className={styles.figure}>{t('visit.invoices.quantity')}</th>
          <th className={styles.figure}>{t('visit.invoices.price')}</th>
          <th className={styles.figure}>{t('visit.invoices.value')}</th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={`${line.description} ${line.amountBani}`}>
            <td>{line.description}</td>
            <td className={styles.figure}>
              {format.number(line.quantity)} {line.unit}
            </td>
            <td className={styles.figure}>{format.money(line.unitPriceBani)}</td>
            <td className={styles.figure}>{format.money(line.amountBani)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th colSpan={3}>{t('visit.invoices.total')}</th>
          <td className={styles.figure}>{format.money(invoice.totalBani)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

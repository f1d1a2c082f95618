import { IconChevronRight } from '@tabler/icons-react';
import { openOldestFirst } from '../../../../shared/billing/oldest-first';
import type { Invoice } from '../../../../shared/model/billing';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useOlderBilling } from '../../older-billing';
import { useKiosk } from '../navigation';
import { KioskScreen } from '../parts/kiosk-screen';
import { VisitGate, WaitingScreen } from '../visit-gate';
import { AsOfLine } from './as-of-line';
import styles from './billing.module.css';
import { InvoiceState } from './invoice-state';
import { NothingBilled } from './nothing-billed';
import { OlderRow } from './older-row';
import { Pager } from './pager';
import { useInvoices } from './use-billing';

/** Evidență facturi: what is open first, each with its lines behind it. */
export function InvoicesPage() {
  const { t } = useWords();
  return (
    <VisitGate title={t('visit.invoices.title')}>
      {({ accountId }) => <Invoices key={accountId} accountId={accountId} />}
    </VisitGate>
  );
}

function Invoices({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const { go } = useKiosk();
  const invoices = useInvoices(accountId);
  const owed = useOwedWords(accountId, invoices);
  const isWhole = useOlderBilling(accountId).stateOf('invoices') === 'known';
  const online = useLive('kiosk', null)?.online !== false; // without, nothing can be paid here
  if (!invoices) return <WaitingScreen title={t('visit.invoices.title')} />;
  if (invoices.length === 0) return <NothingBilled accountId={accountId} what="invoices" />;
  const open = openOldestFirst(invoices);
  const rest = invoices.filter(({ outstandingBani }) => outstandingBani <= 0);
  return (
    <KioskScreen
      title={t('visit.invoices.title')}
      subtitle={owed}
      primary={
        online && open.length > 0
          ? { label: t('visit.invoices.pay'), onPress: () => go({ at: 'pay' }) }
          : undefined
      }
    >
      <div className={styles.sheet}>
        <AsOfLine />
        <Pager
          rows={[...open, ...rest]}
          label={t('visit.invoices.title')}
          draw={(invoice) => <InvoiceRow key={invoice.id} invoice={invoice} />}
          last={isWhole ? undefined : <OlderRow key="older" accountId={accountId} what="invoices" />}
        />
      </div>
    </KioskScreen>
  );
}

function useOwedWords(accountId: string, invoices: Invoice[] | undefined): string {
  const { t, format } = useWords();
  const balanceBani = useLive('account', { accountId })?.account.balanceBani ?? 0;
  const bani = openOldestFirst(invoices ?? []).reduce((sum, { outstandingBani }) => sum + outstandingBani, 0);
  if (bani > 0) return t('visit.invoices.owed', { amount: format.money(bani) });
  return balanceBani < 0
    ? t('visit.invoices.inAdvance', { amount: format.money(-balanceBani) })
    : t('visit.invoices.nothingOwed');
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { t, format } = useWords();
  const { go } = useKiosk();
  const { id, number, period, dueOn, totalBani, outstandingBani } = invoice;
  const partly = outstandingBani > 0 && outstandingBani < totalBani;
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => go({ at: 'invoice', invoiceId: id })}>
        <span className={styles.what}>
          <span className={styles.name}>{format.month(period)}</span>
          <span className={styles.quiet}>
            {number} · {t('visit.invoices.due', { day: format.day(dueOn) })}
          </span>
        </span>
        <span className={styles.figures}>
          <span className={styles.money}>{format.money(totalBani)}</span>
          <InvoiceState invoice={invoice} />
          {partly && (
            <span className={styles.quiet}>
              {t('visit.invoices.partly', { amount: format.money(outstandingBani) })}
            </span>
          )}
        </span>
        <IconChevronRight size={36} aria-hidden />
      </button>
    </li>
  );
}

import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useInvoices } from '../billing/use-billing';
import type { KioskPlace } from '../navigation';
import { AccountGate, WaitingScreen } from '../visit-gate';
import { PayFlow } from './pay-flow';

/** Plata facturi: only while the server is there to record what was charged. */
export function PayPage({ place }: { place: Extract<KioskPlace, { at: 'pay' }> }) {
  const { t } = useWords();
  const invoices = useVisitInvoices();
  return (
    <AccountGate title={t('visit.pay.title')}>
      {({ account }) =>
        invoices ? (
          <PayFlow account={account} invoices={invoices} chosenFirst={place.invoiceIds} />
        ) : (
          <WaitingScreen title={t('visit.pay.title')} />
        )
      }
    </AccountGate>
  );
}

function useVisitInvoices() {
  const visit = useLive('visit', null);
  return useInvoices(visit?.accountId ?? '');
}

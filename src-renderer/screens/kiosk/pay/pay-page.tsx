import { useState } from 'react';
import type { Invoice } from '../../../../shared/model/billing';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useInvoices } from '../billing/use-billing';
import type { KioskPlace } from '../navigation';
import { AccountGate, WaitingScreen } from '../visit-gate';
import { PayFlow } from './pay-flow';

/** Plata facturi: only while the server is there to record what was charged. */
export function PayPage({ place }: { place: Extract<KioskPlace, { at: 'pay' }> }) {
  const { t } = useWords();
  const { invoices, areCurrent } = useVisitInvoices();
  return (
    <AccountGate title={t('visit.pay.title')}>
      {({ account }) =>
        invoices ? (
          <PayFlow
            account={account}
            invoices={invoices}
            areCurrent={areCurrent}
            chosenFirst={place.invoiceIds}
          />
        ) : (
          <WaitingScreen title={t('visit.pay.title')} />
        )
      }
    </AccountGate>
  );
}

/** As last known: a payment under way stays on the screen while what was pulled is being built anew. */
function useVisitInvoices(): { invoices: Invoice[] | undefined; areCurrent: boolean } {
  const accountId = useLive('visit', null)?.accountId ?? '';
  const invoices = useInvoices(accountId);
  const [kept, keep] = useState({ accountId, invoices });
  if (invoices && kept.invoices !== invoices) keep({ accountId, invoices });
  const lastKnown = kept.accountId === accountId ? kept.invoices : undefined;
  return { invoices: invoices ?? lastKnown, areCurrent: invoices !== undefined };
}

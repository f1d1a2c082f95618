import { useMemo } from 'react';
import type { Invoice } from '../../../../shared/model/billing';
import type { PaymentView } from '../../../data/payment-api';
import { useLive } from '../../data-context';
import { useOlderBilling, withOlder } from '../../older-billing';

/** Newest first, older ones once somebody asked for them; undefined while they are not known: nobody is told that nothing is to be paid before the invoices are here. */
export function useInvoices(accountId: string): Invoice[] | undefined {
  const held = useLive('invoices', { accountId });
  const { invoices: older } = useOlderBilling(accountId);
  const all = useMemo(() => held && withOlder(held, older), [held, older]);
  return useLive('kiosk', null)?.billingReady ? all : undefined;
}

/** Newest first, older ones once somebody asked for them; undefined while they are not known. */
export function usePayments(accountId: string): PaymentView[] | undefined {
  const held = useLive('payments', { accountId });
  const { payments: older } = useOlderBilling(accountId);
  const all = useMemo(() => held && withOlder(held, older), [held, older]);
  return useLive('kiosk', null)?.billingReady ? all : undefined;
}

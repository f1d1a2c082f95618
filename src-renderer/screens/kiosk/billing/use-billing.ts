import type { Invoice } from '../../../../shared/model/billing';
import type { PaymentView } from '../../../data/payment-api';
import { useLive } from '../../data-context';

/** Newest first; undefined while they are not known: nobody is told that nothing is to be paid before the invoices are here. */
export function useInvoices(accountId: string): Invoice[] | undefined {
  const invoices = useLive('invoices', { accountId });
  return useLive('kiosk', null)?.billingReady ? invoices : undefined;
}

/** Newest first; undefined while they are not known. */
export function usePayments(accountId: string): PaymentView[] | undefined {
  const payments = useLive('payments', { accountId });
  return useLive('kiosk', null)?.billingReady ? payments : undefined;
}

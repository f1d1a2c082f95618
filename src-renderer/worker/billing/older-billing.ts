import { OlderBillingResponse } from '../../../shared/sync/older-billing';
import { routes } from '../../../shared/sync/routes';
import type { OlderBillingOutcome } from '../../data/visit-api';
import { ExchangeError } from '../sync/exchange-error';
import { isServed } from '../visit/author';
import { asked, type VisitDesk } from '../visit/visit-desk';

const notFetched: OlderBillingOutcome = { outcome: 'not-fetched' };

/** Billing that is too old to be held here; nothing of it is kept. */
export async function olderBilling(desk: VisitDesk, accountId: string): Promise<OlderBillingOutcome> {
  const mayBeShown = () => desk.author() !== null && isServed(desk, accountId);
  if (!mayBeShown()) return notFetched;
  const path = routes.olderBilling(accountId);
  const timeoutMs = desk.deps.pace.requestTimeoutMs;
  const answer = await asked(desk, { path, reply: OlderBillingResponse, timeoutMs });
  if (answer instanceof ExchangeError || !mayBeShown()) return notFetched;
  const elsewhere = { reversible: false, submission: null, reversal: null };
  const payments = answer.payments.map((payment) => ({ ...payment, ...elsewhere }));
  return { outcome: 'older', invoices: answer.invoices, payments };
}

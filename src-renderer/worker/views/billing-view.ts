import { filter, merge, type Observable } from 'rxjs';
import type { Invoice, Payment } from '../../../shared/model/billing';
import type { LocalData } from '../db/local-data';
import type { Change } from '../db/table';
import { live } from './live';

/** A change that may concern an account: a tombstone no longer says whose it was. */
const concerns =
  (accountId: string) =>
  (changes: Change<{ accountId: string }>[]): boolean =>
    changes.some(({ document }) => !document || document.accountId === accountId);

export function watchInvoices(local: LocalData, accountId: string): Observable<Invoice[]> {
  const triggers = merge(local.cache$, local.changes$('invoices').pipe(filter(concerns(accountId))));
  return live(triggers, async () => {
    const invoices = (await local.table('invoices')?.find({ selector: { accountId } })) ?? [];
    return invoices.toSorted(
      (a, b) => newestFirst(a.issuedOn, b.issuedOn) || newestFirst(a.number, b.number),
    );
  });
}

export function watchPayments(local: LocalData, accountId: string): Observable<Payment[]> {
  const triggers = merge(local.cache$, local.changes$('payments').pipe(filter(concerns(accountId))));
  return live(triggers, async () => {
    const payments = (await local.table('payments')?.find({ selector: { accountId } })) ?? [];
    return payments.toSorted((a, b) => newestFirst(a.paidAt, b.paidAt));
  });
}

const newestFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);

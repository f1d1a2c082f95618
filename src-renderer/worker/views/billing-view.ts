import { filter, merge, type Observable } from 'rxjs';
import type { Invoice, Payment } from '../../../shared/model/billing';
import { SubmissionId } from '../../../shared/model/primitives';
import type { PaymentView } from '../../data/payment-api';
import { accountMoney } from '../billing/account-money';
import { laidOver, type OwnPayment, ownReversals } from '../billing/own-payments';
import type { Change } from '../db/table';
import { live } from './live';
import { type Ledgered, submissionViews } from './submission-view';

/** A change that may concern an account: a tombstone no longer says whose it was. */
const concerns =
  (accountId: string) =>
  (changes: Change<{ accountId: string }>[]): boolean =>
    changes.some(({ document }) => !document || document.accountId === accountId);

/** Whatever may change an account's money here. */
export const moneyChanges = ({ local, ledger }: Ledgered, accountId: string): Observable<unknown> =>
  merge(
    local.cache$,
    ledger.changes$,
    local.changes$('invoices').pipe(filter(concerns(accountId))),
    local.changes$('payments').pipe(filter(concerns(accountId))),
  );

/** Newest first, what was paid here and the server does not count yet taken off. */
export function watchInvoices(from: Ledgered, accountId: string): Observable<Invoice[]> {
  return live(moneyChanges(from, accountId), async () =>
    laidOver(from.ledger, await accountMoney(from, accountId)).toSorted(
      (a, b) => newestFirst(a.issuedOn, b.issuedOn) || newestFirst(a.number, b.number),
    ),
  );
}

/** Newest first, this device's own among them from the moment they are saved. */
export function watchPayments(from: Ledgered, accountId: string): Observable<PaymentView[]> {
  return live(moneyChanges(from, accountId), () => paymentsOf(from, accountId));
}

async function paymentsOf(from: Ledgered, accountId: string): Promise<PaymentView[]> {
  const { ledger } = from;
  const money = await accountMoney(from, accountId);
  const { payments, invoices, own } = money;
  const left = new Map(laidOver(ledger, money).map(({ id, outstandingBani }) => [id, outstandingBani]));
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]));
  const known = new Set(payments.map(({ id }) => id));
  const kept = own
    .filter(({ submission }) => !known.has(submission.id))
    .map((payment) => asPayment(payment, numbers));
  const reversals = ownReversals(ledger);
  const concerned = [
    ...own.map(({ submission }) => submission),
    ...[...payments, ...kept].flatMap(({ id }) => reversals.get(id) ?? []),
  ];
  const views = new Map((await submissionViews(from, concerned)).map((view) => [view.id, view]));
  return [...payments, ...kept]
    .map((payment) => {
      const reversal = views.get(reversals.get(payment.id)?.id ?? '') ?? null;
      return {
        ...payment,
        allocations: payment.allocations.map((paid) => ({ ...paid, leftBani: left.get(paid.invoiceId) })),
        reversedAt: payment.reversedAt ?? reversal?.capturedAt ?? null,
        reversible: SubmissionId.safeParse(payment.id).success,
        submission: views.get(payment.id) ?? null,
        reversal,
      };
    })
    .toSorted((a, b) => newestFirst(a.paidAt, b.paidAt) || newestFirst(a.id, b.id));
}

/** As it was typed here: how the server deals it out is still to come. */
function asPayment({ submission, payload }: OwnPayment, numbers: ReadonlyMap<string, string>): Payment {
  const { id, capturedAt: paidAt, receiptNumber } = submission;
  const { accountId, amountBani, method } = payload;
  const allocations = payload.allocations.map(({ invoiceId, amountBani: paid }) => ({
    invoiceId,
    invoiceNumber: numbers.get(invoiceId) ?? '–',
    amountBani: paid,
  }));
  return { id, accountId, amountBani, method, paidAt, receiptNumber, reversedAt: null, allocations };
}

const newestFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);

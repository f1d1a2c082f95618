import { claimsOf } from '../../../shared/billing/allocate';
import type { Invoice, Payment } from '../../../shared/model/billing';
import { PaymentPayload, PaymentReversalPayload } from '../../../shared/model/payment';
import type { Submission } from '../../../shared/model/submission';
import type { OwnLedger } from '../own/own-ledger';
import { isOut } from '../reading/standing';

/** A payment recorded on this device. */
export interface OwnPayment {
  submission: Submission;
  payload: PaymentPayload;
}

/** This device's payments for an account, in the order in which they were taken; also those that do not count. */
export function ownPayments(ledger: OwnLedger, accountId: string): OwnPayment[] {
  return ledger.all.flatMap((submission) => {
    if (submission.kind !== 'payment') return [];
    const payload = PaymentPayload.safeParse(submission.payload).data;
    return payload?.accountId === accountId ? [{ submission, payload }] : [];
  });
}

/** This device's reversals that are not refused, by the payment each takes back. */
export function ownReversals(ledger: OwnLedger): Map<string, Submission> {
  const reversals = ledger.all.flatMap((submission): [string, Submission][] => {
    if (submission.kind !== 'payment-reversal' || isOut(ledger, submission.id)) return [];
    const payload = PaymentReversalPayload.safeParse(submission.payload).data;
    return payload ? [[payload.paymentId, submission]] : [];
  });
  return new Map(reversals);
}

export interface AccountMoney {
  invoices: readonly Invoice[];
  payments: readonly Payment[]; // as they were pulled
  own: readonly OwnPayment[];
}

type Claims = { invoiceId: string; amountBani: number }[];

/**
 * Invoices with this device's own payments and reversals laid over, as long as the pulled document does not count them:
 * each invoice names those it does, so nothing is counted twice in whichever order documents arrive.
 */
export function laidOver(ledger: OwnLedger, { invoices, payments, own }: AccountMoney): Invoice[] {
  const reversals = ownReversals(ledger);
  const pulled = new Map(payments.map((payment) => [payment.id, payment]));
  const isReversed = (id: string) => reversals.has(id) || (pulled.get(id)?.reversedAt ?? null) !== null;
  const claims = new Map(own.map(({ submission, payload }) => [submission.id, claimsOf(payload)]));
  const added = own.map(({ submission: { id } }) => id).filter((id) => !isOut(ledger, id) && !isReversed(id));
  return invoices.map((invoice) => {
    const onIt = (of: Claims | undefined): number =>
      of?.find(({ invoiceId }) => invoiceId === invoice.id)?.amountBani ?? 0;
    const { countedPayments } = invoice;
    const back = countedPayments
      .filter((id) => reversals.has(id))
      .reduce((sum, id) => sum + onIt(pulled.get(id)?.allocations ?? claims.get(id)), 0);
    const paid = added
      .filter((id) => !countedPayments.includes(id))
      .reduce((sum, id) => sum + onIt(claims.get(id)), 0);
    const outstandingBani = Math.min(invoice.totalBani, Math.max(0, invoice.outstandingBani + back - paid));
    return { ...invoice, outstandingBani };
  });
}

/** What of the balance the pulled account does not know yet, in bani: negative when money came in here. */
export function balanceChange(ledger: OwnLedger, { payments, own }: Omit<AccountMoney, 'invoices'>): number {
  const reversals = ownReversals(ledger);
  const pulled = new Set(payments.map(({ id }) => id));
  const came = own
    .filter(({ submission: { id } }) => !pulled.has(id) && !isOut(ledger, id) && !reversals.has(id))
    .reduce((sum, { payload }) => sum + payload.amountBani, 0);
  const went = payments
    .filter(({ id, reversedAt }) => reversedAt === null && reversals.has(id))
    .reduce((sum, { amountBani }) => sum + amountBani, 0);
  return went - came;
}

import { dealOut } from '../../shared/billing/allocate';
import { openOldestFirst } from '../../shared/billing/oldest-first';
import { changeBani, checkPayment } from '../../shared/billing/payment-rules';
import { gateOf } from '../../shared/metering/severity';
import type { Invoice } from '../../shared/model/billing';
import type { PaymentOrder } from '../../shared/sync/payment-order';
import { parseLei } from '../../shared/text/parse-money';
import type { PaymentCheck, PaymentEntry, PaymentView } from '../../src-renderer/data/payment-api';
import type { SubmissionView } from '../../src-renderer/data/submission-view';
import { fakeInvoices, fakePayments } from './fake-accounts';

/** The money of the fake customers: the real rules over the fake invoices and what was taken here. */
export class FakeBilling {
  /** Taken here, newest first. */
  readonly taken: PaymentView[] = [];

  invoices(accountId: string): Invoice[] {
    if (accountId === '12') return [];
    const paid = this.taken
      .filter(({ reversedAt }) => reversedAt === null)
      .flatMap(({ allocations }) => allocations);
    return fakeInvoices(accountId).map((invoice) => {
      const ofInvoice = paid.filter(({ invoiceId }) => invoiceId === invoice.id);
      const outstandingBani = ofInvoice.reduce(
        (left, { amountBani }) => left - amountBani,
        invoice.outstandingBani,
      );
      return { ...invoice, outstandingBani };
    });
  }

  payments(accountId: string): PaymentView[] {
    const elsewhere = { reversible: false, submission: null, reversal: null };
    const before = accountId === '12' ? [] : fakePayments(accountId);
    return [
      ...this.taken.filter((payment) => payment.accountId === accountId),
      ...before.map((payment) => ({ ...payment, ...elsewhere })),
    ];
  }

  check(entry: PaymentEntry): PaymentCheck {
    const { method, tendered, terminalReference } = entry;
    const facts = {
      amountBani: parseLei(entry.amount),
      chosen: this.#chosen(entry),
      method,
      tendered: tendered === '' ? null : { bani: parseLei(tendered) },
      terminalReference,
      capturedAt: '2026-11-22T08:42:00.000Z',
      arrival: null,
    };
    const findings = checkPayment(facts);
    return {
      findings,
      gate: gateOf(findings),
      amountBani: facts.amountBani,
      changeBani: changeBani(facts),
    };
  }

  /** Takes the money the rules have let through. */
  take(entry: PaymentEntry, submission: SubmissionView): void {
    const { id, capturedAt: paidAt, receiptNumber, amountBani } = submission;
    const { accountId, method } = entry;
    const numbers = new Map(this.invoices(accountId).map((invoice) => [invoice.id, invoice.number]));
    const allocations = dealOut(amountBani ?? 0, this.#chosen(entry)).map((allocation) => ({
      ...allocation,
      invoiceNumber: numbers.get(allocation.invoiceId) ?? '',
    }));
    this.taken.unshift({
      ...{ id, accountId, amountBani: amountBani ?? 0, method, paidAt, receiptNumber, allocations },
      ...{ reversedAt: null, reversible: true, submission, reversal: null },
    });
  }

  /** Records what a customer paid by themselves. @param creditBani what of it found nothing to pay any more, in bani */
  receive(order: Pick<PaymentOrder, 'id' | 'accountId' | 'invoiceIds' | 'amountBani'>, creditBani = 0): void {
    const { id, accountId, amountBani } = order;
    const invoices = this.#chosen(order);
    const allocations = dealOut(amountBani - creditBani, invoices).map((allocation) => ({
      ...allocation,
      invoiceNumber: invoices.find((invoice) => invoice.id === allocation.invoiceId)?.number ?? '',
    }));
    this.taken.unshift({
      ...{ id, accountId, amountBani, method: 'card', allocations, reversedAt: null },
      ...{ paidAt: '2026-11-22T08:41:00.000Z', receiptNumber: '7F3K2M9Q4XA' },
      ...{ reversible: false, submission: null, reversal: null },
    });
  }

  #chosen({ accountId, invoiceIds }: Pick<PaymentEntry, 'accountId' | 'invoiceIds'>): Invoice[] {
    return openOldestFirst(this.invoices(accountId)).filter(({ id }) => invoiceIds.includes(id));
  }
}

import type { Finding } from '../../shared/metering/finding';
import type { Payment } from '../../shared/model/billing';
import type { CounterMethod } from '../../shared/model/payment';
import type { NotSavedReason, SubmissionView } from './submission-view';

/** Money at the counter; what customers pay by themselves is in `VisitApi`. */
export interface PaymentApi {
  /** What the rules say to a payment, while it is being typed. */
  checkPayment(payment: PaymentEntry): Promise<PaymentCheck>;
  /** Money taken at the counter: `saved` only when the journal has flushed it, so cash works without the server. */
  savePayment(payment: PaymentEntry): Promise<PaymentOutcome>;
  /** Takes a payment back: a clerk on the same day, a supervisor later. */
  reversePayment(reversal: ReversalEntry): Promise<ReversalOutcome>;
}

/** Amounts as typed, in lei. */
export interface PaymentEntry {
  accountId: string;
  invoiceIds: string[]; // the oldest is paid first, whatever the order here
  amount: string;
  method: CounterMethod;
  tendered: string; // cash received; empty: exactly the amount
  terminalReference: string; // of the card terminal's slip
}

export interface PaymentCheck {
  findings: Finding[];
  gate: 'blocked' | 'to-confirm' | 'clear';
  amountBani: number | null;
  changeBani: number | null; // goes back to who pays cash; null while too little was received
}

export type PaymentOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'not-saved'; reason: NotSavedReason };

export interface ReversalEntry {
  paymentId: string;
  note: string; // 3 to 500 characters
}

export type ReversalOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'not-saved'; reason: NotSavedReason | 'note-missing' };

/** A payment as screens show it; what of the amount no allocation takes is a credit. */
export interface PaymentView extends Payment {
  /** `leftBani`: what of the invoice is still to be paid; absent where that is not known here. */
  allocations: (Payment['allocations'][number] & { leftBani?: number | undefined })[];
  reversible: boolean; // taken at a counter: one paid elsewhere is given back elsewhere
  submission: SubmissionView | null; // null: not made on this device
  reversal: SubmissionView | null; // made on this device
}

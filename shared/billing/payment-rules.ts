import type { Finding } from '../metering/finding';
import { notCapturedAhead } from '../metering/reading-rules';
import type { CounterMethod } from '../model/payment';

/** What a payment at a counter is judged by. */
export interface PaymentFacts {
  amountBani: number | null; // null: what was typed is no amount
  /** The invoices it is for, with what they ask for before it as far as it is known here; null: not known here. */
  chosen: readonly { id: string; outstandingBani: number | null }[];
  method: CounterMethod;
  tendered: { bani: number | null } | null; // cash received; null: exactly the amount
  terminalReference: string | null;
  capturedAt: string;
  /** Known only where it arrives: null on a device. */
  arrival: { receivedAt: string; creditBani: number } | null;
}

type PaymentRule = (facts: PaymentFacts) => Finding | null;

/** Before the money is taken; once it is, it is never refused for what it is or what it pays. */
const beforeTaken =
  (rule: PaymentRule): PaymentRule =>
  (facts) =>
    facts.arrival ? null : rule(facts);

const isForSomething: PaymentRule = ({ chosen }) => (chosen.length > 0 ? null : { code: 'invoice-missing' });

const isForOpenInvoices: PaymentRule = ({ chosen }) =>
  chosen.every(({ outstandingBani }) => (outstandingBani ?? 0) > 0) ? null : { code: 'invoice-not-open' };

const isAnAmount: PaymentRule = ({ amountBani }) =>
  amountBani !== null && amountBani > 0 ? null : { code: 'amount-missing' };

const notAboveOutstanding: PaymentRule = ({ amountBani, chosen }) => {
  const outstandingBani = chosen.reduce((sum, invoice) => sum + (invoice.outstandingBani ?? 0), 0);
  if (outstandingBani === 0 || amountBani === null || amountBani <= outstandingBani) return null;
  return { code: 'amount-above-outstanding', outstandingBani };
};

const cashIsEnough: PaymentRule = ({ method, amountBani, tendered }) => {
  if (method !== 'cash' || !tendered || amountBani === null) return null;
  if (tendered.bani === null) return { code: 'tendered-not-an-amount' };
  const missingBani = amountBani - tendered.bani;
  return missingBani > 0 ? { code: 'tendered-too-little', missingBani } : null;
};

const cardHasReference: PaymentRule = ({ method, terminalReference }) =>
  method === 'card' && (terminalReference ?? '').trim() === '' ? { code: 'reference-missing' } : null;

/** Money dated in the future was taken all the same: a person looks at it. */
const timeIsPossible: PaymentRule = (facts) => (notCapturedAhead(facts) ? { code: 'clock-unsure' } : null);

const paysNoMoreThanOwed: PaymentRule = ({ arrival }) =>
  arrival && arrival.creditBani > 0 ? { code: 'payment-credit', creditBani: arrival.creditBani } : null;

const rules: readonly PaymentRule[] = [
  beforeTaken(isForSomething),
  beforeTaken(isForOpenInvoices),
  beforeTaken(isAnAmount),
  beforeTaken(notAboveOutstanding),
  beforeTaken(cashIsEnough),
  beforeTaken(cardHasReference),
  timeIsPossible,
  paysNoMoreThanOwed,
];

/** Everything the rules have to say about a payment. Pure, as `checkReading` is. */
export const checkPayment = (facts: PaymentFacts): Finding[] => rules.flatMap((rule) => rule(facts) ?? []);

/** What goes back to who pays cash, in bani; null while too little, or nothing readable, was received. */
export function changeBani({ method, amountBani, tendered }: PaymentFacts): number | null {
  if (method !== 'cash' || amountBani === null || !tendered || tendered.bani === null) return null;
  return tendered.bani >= amountBani ? tendered.bani - amountBani : null;
}

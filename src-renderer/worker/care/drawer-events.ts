import type { DrawerEvent } from '../../../shared/billing/drawer';
import { CounterMethod, PaymentPayload, PaymentReversalPayload } from '../../../shared/model/payment';
import type { Submission } from '../../../shared/model/submission';
import { closedDay, openingOf } from '../own/own-day';
import type { Ledgered } from '../views/submission-view';

type Money = { method: CounterMethod; amountBani: number };

/**
 * What a day's submissions did to the drawer, in their order. A reversal counts on the day it is made, with the money of
 * its payment, which was known here when it was recorded, be it another counter's.
 */
export async function drawerEvents(
  from: Ledgered,
  submissions: readonly Submission[],
): Promise<DrawerEvent[]> {
  const events = await Promise.all(submissions.map((submission) => eventOf(from, submission)));
  return events.filter((event) => event !== null);
}

async function eventOf(from: Ledgered, submission: Submission): Promise<DrawerEvent | null> {
  const { id: submissionId, kind, payload } = submission;
  switch (kind) {
    case 'payment': {
      const money = PaymentPayload.safeParse(payload).data;
      return money ? { what: 'taken', submissionId, ...moneyOf(money) } : null;
    }
    case 'payment-reversal': {
      const paymentId = PaymentReversalPayload.safeParse(payload).data?.paymentId;
      const money = paymentId === undefined ? null : await moneyOfPayment(from, paymentId);
      return money && paymentId ? { what: 'given-back', submissionId, paymentId, ...money } : null;
    }
    case 'cash-drawer': {
      const openingBani = openingOf(submission);
      if (openingBani !== null) return { what: 'opened', submissionId, openingBani };
      return closedDay(submission) === null ? null : { what: 'closed', submissionId };
    }
    default:
      return null;
  }
}

const moneyOf = ({ method, amountBani }: Money): Money => ({ method, amountBani });

/** This device's own by the journal; another counter's by the document that was pulled. */
async function moneyOfPayment({ local, ledger }: Ledgered, paymentId: string): Promise<Money | null> {
  const own = PaymentPayload.safeParse(ledger.get(paymentId)?.payload).data;
  if (own) return moneyOf(own);
  const pulled = await local.get('payments', paymentId);
  const method = CounterMethod.safeParse(pulled?.method).data;
  return pulled && method ? { method, amountBani: pulled.amountBani } : null;
}

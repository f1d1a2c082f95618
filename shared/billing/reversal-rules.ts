import type { Finding } from '../metering/finding';
import { localDay } from '../time/local-day';

/** What taking a payment back is judged by. */
export interface ReversalFacts {
  payment: { paidAt: string; reversed: boolean } | null; // null: nobody here knows it
  bySupervisor: boolean;
  capturedAt: string;
  timeZone: string; // in which days are counted
}

type ReversalRule = (facts: ReversalFacts) => Finding | null;

const ofSomethingKnown: ReversalRule = ({ payment }) => (payment ? null : { code: 'payment-unknown' });

const onlyOnce: ReversalRule = ({ payment }) => (payment?.reversed ? { code: 'payment-reversed' } : null);

/** A clerk's own day: what is older has been counted and handed over. */
const sameDayOrSupervisor: ReversalRule = ({ payment, bySupervisor, capturedAt, timeZone }) => {
  if (!payment || bySupervisor) return null;
  const paidOn = localDay(payment.paidAt, timeZone);
  return localDay(capturedAt, timeZone) === paidOn ? null : { code: 'reversal-needs-supervisor', paidOn };
};

const rules: readonly ReversalRule[] = [ofSomethingKnown, onlyOnce, sameDayOrSupervisor];

/** Everything that stands against taking a payment back. Pure: the same on the device and on the server. */
export const checkReversal = (facts: ReversalFacts): Finding[] => rules.flatMap((rule) => rule(facts) ?? []);

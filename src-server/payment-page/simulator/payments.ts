import { randomBytes, randomInt } from 'node:crypto';
import type { PageRequest, PageState } from '../page-protocol';

export interface SimulatedPayment extends PageRequest {
  paymentId: string;
  state: 'open' | 'paid' | 'declined' | 'expired';
  authorisation: string;
  paidAt: string | null;
}

/** What the simulated provider remembers while it runs. */
export function simulatedPayments() {
  const byReference = new Map<string, SimulatedPayment>();

  function expire(payment: SimulatedPayment | undefined, now: string): SimulatedPayment | undefined {
    if (payment?.state === 'open' && now > payment.endsAt) payment.state = 'expired';
    return payment;
  }

  return {
    /** The payment of a reference: one, however often it is asked for. */
    make(request: PageRequest): SimulatedPayment {
      const known = byReference.get(request.reference);
      if (known) return known;
      const paymentId = randomBytes(16).toString('base64url');
      const authorisation = `P${randomInt(100_000_000, 1_000_000_000)}`;
      const made = { ...request, paymentId, authorisation, state: 'open' as const, paidAt: null };
      byReference.set(request.reference, made);
      return made;
    },
    find: (reference: string, now: string) => expire(byReference.get(reference), now),
    byId: (paymentId: string, now: string) =>
      expire(
        [...byReference.values()].find((payment) => payment.paymentId === paymentId),
        now,
      ),
    /** Pays or declines an open one. Says whether that changed anything. */
    decide(payment: SimulatedPayment, action: 'pay' | 'decline', now: string): boolean {
      if (payment.state !== 'open') return false;
      payment.state = action === 'pay' ? 'paid' : 'declined';
      payment.paidAt = action === 'pay' ? now : null;
      return true;
    },
  };
}

/** What the provider says of a payment, when asked and in its callback. */
export function stateOf(payment: SimulatedPayment): Exclude<PageState, { state: 'not-found' }> {
  const { reference, state, authorisation, amountBani, paidAt } = payment;
  return state === 'paid' && paidAt !== null
    ? { state, reference, authorisation, amountBani, paidAt }
    : { state: state === 'paid' ? 'open' : state, reference };
}

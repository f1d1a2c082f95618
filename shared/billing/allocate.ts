import type { PaymentPayload } from '../model/payment';

export type Allocation = Pick<PaymentPayload['allocations'][number], 'invoiceId' | 'amountBani'>;

/** What one payment wants to pay of one invoice. */
export interface Claim {
  paymentId: string;
  paidAt: string;
  claimedBani: number;
}

/**
 * Pays one invoice from all that is meant for it: first come, first served by (paidAt, paymentId), whatever the order of
 * arrival. What the invoice no longer needs stays with its payment, as a credit.
 * @param owedBani what the invoice asks for before any of these claims
 * @returns by payment id, what of it pays the invoice, in bani
 */
export function allocate(owedBani: number, claims: readonly Claim[]): Map<string, number> {
  const paid = new Map<string, number>();
  let left = owedBani;
  for (const { paymentId, claimedBani } of claims.toSorted(compareClaims)) {
    const given = Math.min(left, claimedBani);
    paid.set(paymentId, given);
    left -= given;
  }
  return paid;
}

function compareClaims(a: Claim, b: Claim): number {
  if (a.paidAt !== b.paidAt) return a.paidAt < b.paidAt ? -1 : 1;
  if (a.paymentId === b.paymentId) return 0;
  return a.paymentId < b.paymentId ? -1 : 1;
}

/** Deals an amount out over invoices in the order given, each to what it asks for. What is left over is dealt to none. */
export function dealOut(
  amountBani: number,
  invoices: readonly { id: string; outstandingBani: number }[],
): Allocation[] {
  let left = amountBani;
  return invoices.flatMap(({ id: invoiceId, outstandingBani }) => {
    const given = Math.min(left, outstandingBani);
    left -= given;
    return given > 0 ? [{ invoiceId, amountBani: given }] : [];
  });
}

/** A payment's claims, one an invoice, never for more than was paid. */
export function claimsOf({
  allocations,
  amountBani,
}: Pick<PaymentPayload, 'allocations' | 'amountBani'>): Allocation[] {
  const wanted = new Map<string, number>();
  for (const { invoiceId, amountBani: asked } of allocations)
    wanted.set(invoiceId, (wanted.get(invoiceId) ?? 0) + asked);
  const invoices = [...wanted].map(([id, outstandingBani]) => ({ id, outstandingBani }));
  return dealOut(amountBani, invoices);
}

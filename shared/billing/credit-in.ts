import type { Payment } from '../model/billing';

/** What of a payment pays no invoice and stays for the next ones, in bani; 0 of one that was taken back. */
export const creditIn = ({
  amountBani,
  allocations,
  reversedAt,
}: Pick<Payment, 'amountBani' | 'allocations' | 'reversedAt'>): number =>
  reversedAt === null ? allocations.reduce((left, paid) => left - paid.amountBani, amountBani) : 0;

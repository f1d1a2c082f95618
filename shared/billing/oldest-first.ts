import type { Invoice } from '../model/billing';

/** Invoices that ask for money, in the order in which they are paid. */
export const openOldestFirst = <Some extends Pick<Invoice, 'issuedOn' | 'number' | 'outstandingBani'>>(
  invoices: readonly Some[],
): Some[] =>
  invoices
    .filter(({ outstandingBani }) => outstandingBani > 0)
    .toSorted((a, b) => compare(a.issuedOn, b.issuedOn) || compare(a.number, b.number));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

import type { PageStatus } from '../payment-page/payment-page';
import type { SaleOutcome, SaleStatus } from '../terminal/card-terminal';

/** What became of an order, whoever told it. */
export type OrderResult =
  | {
      state: 'paid';
      amountBani: number; // what was charged
      reference: string; // the terminal's or the provider's number of the charge
      paidAt: string; // by their clock
    }
  | { state: 'declined' | 'expired' | 'failed' | 'unknown' };

/** Null: nothing is decided yet. */
export function resultOfSale(sale: SaleOutcome | SaleStatus): OrderResult | null {
  switch (sale.outcome) {
    case 'approved': {
      const { amountBani, authorisation: reference, approvedAt: paidAt } = sale;
      return { state: 'paid', amountBani, reference, paidAt };
    }
    case 'declined':
    case 'cancelled':
      return { state: 'declined' };
    case 'timed-out':
      return { state: 'expired' };
    case 'not-begun':
    case 'not-found':
      return { state: 'failed' };
    case 'unknown':
      return { state: 'unknown' };
    case 'in-progress':
      return null;
  }
}

/**
 * What a terminal says when it is asked about a sale that another process may be driving. As long as the card may be
 * shown, a terminal that does not answer may just be waiting for it, taking one connection at a time: nothing is decided.
 */
export const resultOfStatus = (sale: SaleStatus, { isOver }: { isOver: boolean }): OrderResult | null =>
  sale.outcome === 'unknown' && !isOver ? null : resultOfSale(sale);

/**
 * Null: nothing is decided yet. A provider that does not answer leaves a page open as long as it can be paid; after that
 * it may have been.
 */
export function resultOfPage(page: PageStatus, { isOver }: { isOver: boolean }): OrderResult | null {
  switch (page.outcome) {
    case 'paid': {
      const { amountBani, authorisation: reference, paidAt } = page;
      return { state: 'paid', amountBani, reference, paidAt };
    }
    case 'declined':
    case 'expired':
      return { state: page.outcome };
    case 'not-found':
      return { state: 'failed' };
    case 'unknown':
      return isOver ? { state: 'unknown' } : null;
    case 'open':
      return null;
  }
}

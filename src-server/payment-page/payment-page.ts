import type { Language } from '../../shared/model/primitives';

/*
 * The page of the utility's payment provider, which a customer opens by a QR code on their own phone. The provider knows
 * a payment by our reference, the order's id, and makes one of a reference at most. It tells of a payment by a signed
 * callback; whoever missed that asks.
 */
export interface WantedPage {
  /** The order's id. */
  reference: string;
  amountBani: number;
  language: Language;
  /** Nothing can be paid there after this moment. */
  endsAt: string;
}

/** The customer paid. */
export interface PagePaid {
  outcome: 'paid';
  /** The provider's own number of the charge. */
  authorisation: string;
  amountBani: number;
  paidAt: string; // by the provider's clock
}

export type PageStatus =
  | PagePaid
  | { outcome: 'open' }
  | { outcome: 'declined' } // for good: another card needs another page
  | { outcome: 'expired' }
  | { outcome: 'not-found' } // it never made such a page
  | { outcome: 'unknown' }; // it does not answer, or not so that we understand

export interface PaymentPageProvider {
  /** Makes the page, or gives the one that was made. Null: the provider did not make it, or does not answer. */
  create(wanted: WantedPage): Promise<{ url: string; providerReference: string } | null>;
  status(reference: string): Promise<PageStatus>;
}

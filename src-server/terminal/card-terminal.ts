import type { Language } from '../../shared/model/primitives';

/*
 * A card terminal beside a kiosk, as the server drives it. Whatever breaks between the server and the terminal, the
 * reference of a sale says what became of it: a terminal charges one reference at most once, and remembers the outcome.
 */
export interface Sale {
  /** The order's id. */
  reference: string;
  amountBani: number;
  language: Language; // of what the terminal shows
}

/** The card was charged. */
export interface Approved {
  outcome: 'approved';
  /** The terminal's own number of the charge, as on its slip. */
  authorisation: string;
  amountBani: number;
  approvedAt: string; // by the terminal's clock
}

/** Nothing was charged, and nothing will be for this reference. */
export type NotCharged =
  | { outcome: 'declined'; reason: string }
  | { outcome: 'cancelled' } // by the customer
  | { outcome: 'timed-out' }; // no card was shown

export type SaleOutcome =
  | Approved
  | NotCharged
  /** The terminal was never asked, or would not begin: nothing was charged. */
  | { outcome: 'not-begun'; reason: string }
  /** It was asked and did not answer: it may have charged. Its `status` tells. */
  | { outcome: 'unknown' };

export type SaleStatus =
  | Approved
  | NotCharged
  /** It waits for the card. */
  | { outcome: 'in-progress' }
  /** It never began such a sale, and from now on refuses to, should a delayed request for it still arrive. */
  | { outcome: 'not-found' }
  /** It does not answer, or not so that we understand. */
  | { outcome: 'unknown' };

export interface CardTerminal {
  /** Whether it answers, and waits for no other card. */
  readiness(): Promise<'ready' | 'busy' | 'not-reached'>;
  /** Asks for the card and waits for the outcome. `signal` gives up waiting, which stops no charge. */
  sale(sale: Sale, signal: AbortSignal): Promise<SaleOutcome>;
  status(reference: string): Promise<SaleStatus>;
}

/** The terminal at a `host:port`. */
export type Terminals = (address: string) => CardTerminal;

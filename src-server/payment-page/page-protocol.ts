import { z } from 'zod';
import { Bani, Id, Instant, Language } from '../../shared/model/primitives';

/*
 * The provider's interface: JSON over https, signed as `signature.ts` says.
 *
 *  POST {url}/payments        PageRequest → PageAnswer: makes a page, once a reference
 *  POST {url}/payments/query  PageQuery   → PageState: what became of it
 *  POST {callbackUrl}         PageCallback: it was paid or declined; repeated, signed anew, until it is answered with 2xx
 */
export const PageRequest = z.object({
  reference: Id,
  amountBani: Bani.positive(),
  currency: z.literal('RON'),
  language: Language,
  endsAt: Instant,
  callbackUrl: z.url().max(500),
});
export type PageRequest = z.infer<typeof PageRequest>;

export const PageAnswer = z.object({ reference: Id, paymentId: z.string().max(64), url: z.url().max(500) });
export type PageAnswer = z.infer<typeof PageAnswer>;

export const PageQuery = z.object({ reference: Id });

const Paid = z.object({
  state: z.literal('paid'),
  reference: Id,
  authorisation: z.string().min(1).max(64),
  amountBani: Bani.positive(),
  paidAt: Instant,
});
const Declined = z.object({ state: z.literal('declined'), reference: Id });

export const PageState = z.discriminatedUnion('state', [
  Paid,
  Declined,
  z.object({ state: z.literal('open'), reference: Id }),
  z.object({ state: z.literal('expired'), reference: Id }),
  z.object({ state: z.literal('not-found'), reference: Id }),
]);
export type PageState = z.infer<typeof PageState>;

export const PageCallback = z.discriminatedUnion('state', [Paid, Declined]);
export type PageCallback = z.infer<typeof PageCallback>;

/** Where the provider tells us: below the address by which the server is reached. */
export const callbackPath = '/payments/callback';

import { z } from 'zod';
import { OrderRecord } from '../journal/order-record';
import { Instant } from '../model/primitives';
import { PaymentOrderState } from './payment-order';

/*
 * `POST /sync/payment-orders/offer`: a kiosk tells of the payments that it began, so that a server which was restored from
 * a backup older than they are hears of them. What the server does not know it enters as `unknown`, whatever the kiosk
 * saw: only the terminal or the payment provider says whether money was taken.
 */
export const OfferedOrder = OrderRecord.omit({ deviceId: true, epoch: true });
export type OfferedOrder = z.infer<typeof OfferedOrder>;

/** How many orders one request may carry. */
export const mostOffers = 200;

/** Rows are parsed one by one, so that a malformed one is answered and blocks no other. */
export const PaymentOffersRequest = z.object({ orders: z.array(z.unknown()).min(1).max(mostOffers) });

export const OfferAnswer = z.discriminatedUnion('outcome', [
  /** The server knows the order, from before or by this. */
  z.object({ outcome: z.literal('known'), state: PaymentOrderState }),
  z.object({
    outcome: z.literal('not-taken'),
    /** `other-content`: the id is known with other content, or of another device; `no-account`: none of its offices. */
    reason: z.enum(['malformed', 'other-content', 'no-account']),
  }),
]);
export type OfferAnswer = z.infer<typeof OfferAnswer>;

/** One answer for each row, in the order of the request. */
export const PaymentOffersResponse = z.object({
  answers: z.array(OfferAnswer),
  serverTime: Instant,
  epoch: z.string().max(120),
});
export type PaymentOffersResponse = z.infer<typeof PaymentOffersResponse>;

import { z } from 'zod';
import { Bani, Id, Instant } from '../model/primitives';

/*
 * A customer pays at a kiosk: by the card terminal beside it, or on the payment provider's page, opened by a QR code on
 * their own phone. The server drives either, so that what was charged is recorded whatever becomes of the kiosk. The
 * order's id is made on the device and is the payment's id: asked again, the same order is answered, never a second one.
 */
export const PaymentChannel = z.enum(['terminal', 'page']);
export type PaymentChannel = z.infer<typeof PaymentChannel>;

/** `POST /sync/payment-orders` */
export const PaymentOrderRequest = z.object({
  id: z.uuidv4(),
  accountId: Id,
  invoiceIds: z.array(Id).min(1).max(100), // the oldest is paid first
  amountBani: Bani.positive(), // what the customer was shown: refused when the invoices ask for another amount by now
  channel: PaymentChannel,
  language: z.enum(['ro', 'en', 'hu']),
});
export type PaymentOrderRequest = z.infer<typeof PaymentOrderRequest>;

/**
 * `open` → `paid` | `declined` | `expired` | `failed`; `unknown`: the terminal may have charged the card and does not
 * answer; the server asks it until it knows, and the card is not charged again meanwhile.
 */
export const PaymentOrderState = z.enum(['open', 'unknown', 'paid', 'declined', 'expired', 'failed']);
export type PaymentOrderState = z.infer<typeof PaymentOrderState>;

/** Also the answer to `GET /sync/payment-orders/:id?wait`, which waits some seconds for a change. */
export const PaymentOrder = z.object({
  id: Id,
  accountId: Id,
  invoiceIds: z.array(Id), // what it pays, the oldest first: of an order that was answered for another, not what was asked
  channel: PaymentChannel,
  amountBani: Bani,
  state: PaymentOrderState,
  /** Where the customer pays, for a QR code; null at a terminal. */
  pageUrl: z.url().max(500).nullable(),
  /** Of the payment, once it is paid. */
  receiptNumber: z.string().max(16).nullable(),
  madeAt: Instant,
  endsAt: Instant, // not paid by then: expired
  settledAt: Instant.nullable(),
});
export type PaymentOrder = z.infer<typeof PaymentOrder>;

export const PaymentOrderResponse = z.object({ order: PaymentOrder, serverTime: Instant });
export type PaymentOrderResponse = z.infer<typeof PaymentOrderResponse>;

export const PaymentOrderParams = z.object({ id: z.uuidv4() });
export const PaymentOrderQuery = z.object({ waitMs: z.coerce.number().int().min(0).max(20_000).default(0) });

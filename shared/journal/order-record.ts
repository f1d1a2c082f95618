import { z } from 'zod';
import { Bani, Id, Instant } from '../model/primitives';
import { PaymentChannel, PaymentOrderState } from '../sync/payment-order';

const Amount = Bani.positive();

/** What of an order is meant for which invoice, the oldest first. */
export const OrderedInvoice = z.object({ invoiceId: Id, amountBani: Amount });

/**
 * A payment that was begun at this kiosk, as its journal keeps it: written before the server is asked, so that money
 * which a restored server knows nothing of is found again. Nothing personal is in it. Written anew with each state
 * that is seen; the last line of an id counts. Frozen, because journals outlive releases.
 */
export const OrderRecord = z.object({
  id: z.uuidv4(), // also the terminal's and the provider's reference of the payment
  deviceId: Id,
  accountId: Id,
  invoices: z.array(OrderedInvoice).min(1).max(100),
  amountBani: Amount,
  channel: PaymentChannel,
  beganAt: Instant,
  pageUrl: z.string().max(500).nullable(), // where it is paid by phone, once that is known
  /** As last seen. `asked`: no answer has come yet; `not-begun`: the server said that it began nothing. */
  state: z.enum(['asked', 'not-begun', ...PaymentOrderState.options]),
  epoch: z.string().max(120).nullable(), // of the server that said so
});
export type OrderRecord = z.infer<typeof OrderRecord>;

/** Nothing more comes of it, as far as the server of its epoch knows. */
export const isOver = ({ state }: Pick<OrderRecord, 'state'>): boolean =>
  state !== 'asked' && state !== 'open' && state !== 'unknown';

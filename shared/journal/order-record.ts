import { z } from 'zod';
import { Bani, Id, Instant } from '../model/primitives';

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
  channel: z.enum(['terminal', 'page']),
  beganAt: Instant,
  /** As last seen. `asked`: no answer has come yet; `not-begun`: the server said that it began nothing. */
  state: z.enum(['asked', 'not-begun', 'open', 'paid', 'declined', 'expired', 'failed', 'unknown']),
  /** A server once said that it was paid; whatever others say later, this stays. */
  seenPaid: z.boolean(),
  epoch: z.string().max(120).nullable(), // of the server that said so
});
export type OrderRecord = z.infer<typeof OrderRecord>;

/** Nothing more comes of it, as far as the server of its epoch knows. */
export const isOver = ({ state }: Pick<OrderRecord, 'state'>): boolean =>
  state !== 'asked' && state !== 'open' && state !== 'unknown';

import { z } from 'zod';
import { Bani, Id, SubmissionId } from './primitives';

const Amount = Bani.positive();

/** How money is taken at a counter. A card is read by the terminal beside it, which gives the reference. */
export const CounterMethod = z.enum(['cash', 'card']);
export type CounterMethod = z.infer<typeof CounterMethod>;

/** Money taken at a counter (kind `payment`): what of it was meant for which invoice. */
export const PaymentPayload = z.looseObject({
  accountId: Id,
  allocations: z.array(z.looseObject({ invoiceId: Id, amountBani: Amount })).max(100),
  amountBani: Amount,
  method: CounterMethod,
  tenderedBani: Amount.nullable(), // cash received; null: exactly the amount
  terminalReference: z.string().max(64).nullable(), // null for cash
});
export type PaymentPayload = z.infer<typeof PaymentPayload>;

/** Money given back, or a payment typed wrongly (kind `payment-reversal`). The payment's id is its submission's. */
export const PaymentReversalPayload = z.looseObject({
  paymentId: SubmissionId,
  note: z.string().trim().min(3).max(500),
});
export type PaymentReversalPayload = z.infer<typeof PaymentReversalPayload>;

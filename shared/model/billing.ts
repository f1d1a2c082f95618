import { z } from 'zod';
import { Bani, Day, Id, Instant, Period } from './primitives';

export const Invoice = z.object({
  id: Id,
  accountId: Id,
  number: z.string().max(32),
  period: Period,
  issuedOn: Day,
  dueOn: Day,
  totalBani: Bani,
  outstandingBani: Bani,
  countedPayments: z.array(Id), // taken on devices, not reversed, and seen by `outstandingBani`
  lines: z
    .array(
      z.object({
        description: z.string().max(200),
        quantity: z.number(),
        unit: z.string().max(16),
        unitPriceBani: Bani,
        amountBani: Bani,
      }),
    )
    .max(50),
});
export type Invoice = z.infer<typeof Invoice>;

export const PaymentMethod = z.enum(['cash', 'card', 'transfer', 'online']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const Payment = z.object({
  id: Id,
  accountId: Id,
  amountBani: Bani,
  method: PaymentMethod,
  paidAt: Instant,
  receiptNumber: z.string().max(32),
  reversedAt: Instant.nullable(), // taken back: it pays nothing any more
  /** What of it pays which invoice; the rest of `amountBani` is a credit. */
  allocations: z
    .array(z.object({ invoiceId: Id, invoiceNumber: z.string().max(32), amountBani: Bani }))
    .max(100),
});
export type Payment = z.infer<typeof Payment>;

import { z } from 'zod';
import { Finding } from '../metering/finding';
import { Bani, Id, Instant, Period } from '../model/primitives';
import { SubmissionKind } from '../model/submission';
import { Outcome } from '../model/verdict';

/** `GET /sync/receipts/:number`: what a receipt number stands for, at any counter. */
export const ReceiptParams = z.object({ number: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{11}$/) });

export const Receipt = z.object({
  receiptNumber: z.string().max(16),
  id: Id,
  kind: SubmissionKind,
  accountId: Id.nullable(),
  capturedAt: Instant,
  outcome: Outcome,
  findings: z.array(Finding),
  superseded: z.boolean(),
  period: Period.nullable(), // of an index
  index: z.int().nullable(),
  amountBani: Bani.nullable(), // of a payment
  deviceName: z.string().max(200),
});
export type Receipt = z.infer<typeof Receipt>;

/** Null: no such number. */
export const ReceiptResponse = z.object({ receipt: Receipt.nullable(), serverTime: Instant });
export type ReceiptResponse = z.infer<typeof ReceiptResponse>;

import { z } from 'zod';
import { Invoice, Payment } from '../model/billing';
import { Id, Instant } from '../model/primitives';

/** `GET /sync/accounts/:accountId/older-billing`: what of one account's billing is too old for devices to hold. */
export const OlderBillingParams = z.object({ accountId: Id });

/** How many invoices, and how many payments, are told at most, the newest: four decades of monthly bills. */
export const mostOlderDocuments = 500;

/** Newest first. None of the invoices is open: those are pulled, however old. */
export const OlderBillingResponse = z.object({
  invoices: z.array(Invoice).max(mostOlderDocuments),
  payments: z.array(Payment).max(mostOlderDocuments),
  serverTime: Instant,
});
export type OlderBillingResponse = z.infer<typeof OlderBillingResponse>;

import { z } from 'zod';
import { FindingCode } from '../metering/finding';
import { Id, Instant, SubmissionId } from './primitives';

export const SubmissionKind = z.enum([
  'reading',
  'registration',
  'contact-change',
  'payment',
  'payment-reversal',
  'meter-replacement',
  'reading-correction',
  'decision',
  'cash-drawer',
  'note',
]);
export type SubmissionKind = z.infer<typeof SubmissionKind>;

/** What the device knew of the time when it made `capturedAt` (DESIGN 7). */
export const ClockEvidence = z.object({
  deviceTime: Instant,
  offsetMs: z.number().nullable(), // server minus device; null before the first contact
  offsetAgeMs: z.number().nonnegative().nullable(), // null too when the clock shows a time before the last contact
  restarted: z.boolean(), // the machine was restarted, slept, or had its clock set, since the offset was taken
});
export type ClockEvidence = z.infer<typeof ClockEvidence>;

export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), staffId: Id, displayName: z.string().max(100) }),
  z.object({ kind: z.literal('customer') }),
]);
export type Actor = z.infer<typeof Actor>;

/**
 * What was asked on a device. Written once, never changed; frozen, because journals outlive releases:
 * a kind's payload is an open object and is parsed by its own schema.
 */
export const Submission = z.object({
  id: SubmissionId,
  deviceId: Id,
  deviceSeq: z.int().positive(), // the journal's number: the server can name gaps
  kind: SubmissionKind,
  payload: z.looseObject({}),
  capturedAt: Instant,
  clock: ClockEvidence,
  actor: Actor,
  onBehalfOf: Id.nullable(), // account id, when staff acts for a customer
  confirmed: z.array(FindingCode).max(20), // findings the person was asked about and confirmed
  rulesVersion: z.int().positive(),
  policyVersion: Id,
  receiptNumber: z.string().max(16),
});
export type Submission = z.infer<typeof Submission>;

export const ReadingPayload = z.looseObject({
  accountId: Id,
  meterId: Id,
  index: z.int().nonnegative(),
  sealedProof: z.string().max(20_000).optional(), // a ReadingProof: of a customer's own, at a kiosk
});
export type ReadingPayload = z.infer<typeof ReadingPayload>;

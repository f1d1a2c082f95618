import { z } from 'zod';
import { Finding } from '../metering/finding';
import { Id, Instant, SubmissionId } from './primitives';
import { SubmissionKind } from './submission';

export const Outcome = z.enum(['accepted', 'held', 'refused']);
export type Outcome = z.infer<typeof Outcome>;

/** How a supervisor settled a submission. What a kiosk may not read of it is null. */
export const Settlement = z.object({
  action: z.enum(['accept', 'set-aside', 'corrected']), // `corrected`: set aside for the supervisor's own value
  note: z.string().max(500).nullable(),
  by: z.string().max(100).nullable(), // display name
  at: Instant,
});
export type Settlement = z.infer<typeof Settlement>;

/** The server's answer to one submission; `id` is the submission's. */
export const Verdict = z.object({
  id: SubmissionId,
  deviceId: Id,
  deviceName: z.string().max(200).nullable(), // as the utility calls it; null for a kiosk
  officeId: Id,
  accountId: Id.nullable(), // null when the submission names no account we know
  kind: SubmissionKind,
  outcome: Outcome,
  findings: z.array(Finding),
  review: z.boolean(), // accepted, but a supervisor should look
  superseded: z.boolean(), // accepted, and does not stand: another reading or form does, or what was registered is ended
  summary: z.object({ period: z.string().max(7), index: z.int(), meterId: Id }).nullable(), // of a reading
  decidedAt: Instant,
  settledBy: Id.nullable(), // the supervisor's decision or correction, when one settled it
  settlement: Settlement.nullable(), // what that one says
});
export type Verdict = z.infer<typeof Verdict>;

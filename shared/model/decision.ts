import { z } from 'zod';
import { Id, Period, SubmissionId } from './primitives';

/** Why a supervisor settled something: read by whoever asks about it later. */
const Note = z.string().trim().min(3).max(500);

/**
 * A supervisor settles what is held, refused or set aside. `accept`: it counts as if it had been accepted when it
 * arrived. `set-aside`: it never counts, and nobody is asked about it again.
 */
export const DecisionPayload = z.looseObject({
  submissionId: SubmissionId,
  action: z.enum(['accept', 'set-aside']),
  note: Note,
});
export type DecisionPayload = z.infer<typeof DecisionPayload>;

/** A supervisor's own value for a month, also after its window; `settles` is the submission it is sent instead of. */
export const ReadingCorrectionPayload = z.looseObject({
  accountId: Id,
  meterId: Id,
  period: Period,
  index: z.int().nonnegative(),
  note: Note,
  settles: SubmissionId.nullable(),
});
export type ReadingCorrectionPayload = z.infer<typeof ReadingCorrectionPayload>;

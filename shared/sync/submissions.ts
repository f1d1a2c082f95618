import { z } from 'zod';
import { Finding } from '../metering/finding';
import { Instant } from '../model/primitives';
import { Outcome } from '../model/verdict';
import { mostSubmissions } from './protocol';

/** Rows are parsed one by one, so that a malformed one is answered and blocks no other. */
export const SubmissionsRequest = z.object({
  submissions: z.array(z.unknown()).min(1).max(mostSubmissions),
  stillWaiting: z.int().nonnegative(), // how many the device keeps back for later requests
});
export type SubmissionsRequest = z.infer<typeof SubmissionsRequest>;

/** `not-recorded`: malformed, or the id is known with other content; the device sets it aside, visibly. */
export const SubmissionAnswer = z.object({
  id: z.string().nullable(), // null when the row carries no readable id
  outcome: z.enum([...Outcome.options, 'not-recorded']),
  findings: z.array(Finding),
});
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>;

/** One answer for each row, in the order of the request. */
export const SubmissionsResponse = z.object({
  answers: z.array(SubmissionAnswer),
  serverTime: Instant,
  epoch: z.string().max(120),
});
export type SubmissionsResponse = z.infer<typeof SubmissionsResponse>;

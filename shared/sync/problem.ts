import { z } from 'zod';

export const ProblemCode = z.enum([
  'bad-request',
  'not-found',
  'unauthenticated', // no token, or one we never gave
  'device-revoked',
  'code-unknown', // enrolment code
  'code-used',
  'wrong-credentials',
  'staff-disabled',
  'not-a-supervisor',
  'not-signed-in', // at this device, within the policy's days, that we know of
  'not-an-export', // of what waits on a device, or damaged
  'other-server', // sealed for another server, or of a device that this one does not know
  'other-office', // of a device that shares no office with the one that hands it in
  'too-fast',
  'too-large',
  'protocol-too-old', // pulls only
  'email-not-confirmed', // the password was right; the link in the mail was not opened yet
  'visit-over', // a customer's token that has ended
  'amount-changed', // the invoices no longer ask for what the customer was shown
  'no-card-terminal', // or it does not answer
  'no-payment-page',
  'terminal-busy',
  'server-trouble',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** Every reply that is not 2xx: RFC 9457 problem details with a code of ours. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.string().optional(),
  retryAfterMs: z.int().optional(),
});
export type Problem = z.infer<typeof Problem>;

import { z } from 'zod';

/** What the page shows for print: a slip on a roll of 80 mm, as long as it is, or a sheet of A4. */
export const PrintJob = z.discriminatedUnion('paper', [
  z.object({ paper: z.literal('slip'), lengthMm: z.number().min(30).max(600) }),
  z.object({ paper: z.literal('a4') }),
]);
export type PrintJob = z.infer<typeof PrintJob>;

/**
 * `dialogue`: the browser's own print window was shown, and what the person did there is not known;
 * `not-available`: this machine has no printer.
 */
export const PrintOutcome = z.enum(['printed', 'dialogue', 'failed', 'not-available']);
export type PrintOutcome = z.infer<typeof PrintOutcome>;

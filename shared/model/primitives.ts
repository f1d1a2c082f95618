import { z } from 'zod';

/** An identifier of ours: short enough to be an RxDB primary key. */
export const Id = z.string().min(1).max(64);

/** UUIDv7, lower case: sorts by the time it was made. */
export const SubmissionId = z.uuidv7().max(36);

/** A moment in UTC with milliseconds (`2026-11-25T08:00:00.000Z`); as text it sorts by time. */
export const Instant = z.iso.datetime({ precision: 3 }).max(24);

/** A calendar day in the policy's time zone (`2026-11-25`). */
export const Day = z.iso.date().max(10);

/** A billing month (`2026-11`). */
export const Period = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .max(7);
export type Period = z.infer<typeof Period>;

/** Money: an integer number of bani (1 leu = 100 bani). */
export const Bani = z.int();

/** Who recorded a value: the customer, a clerk, the utility's own reader, or the utility's estimate. */
export const ReadingSource = z.enum(['customer', 'clerk', 'reader', 'estimate']);
export type ReadingSource = z.infer<typeof ReadingSource>;

export const Surface = z.enum(['counter', 'self-service']);
export type Surface = z.infer<typeof Surface>;

export const Language = z.enum(['ro', 'en', 'hu']);
export type Language = z.infer<typeof Language>;

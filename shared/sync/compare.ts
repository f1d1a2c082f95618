import { z } from 'zod';
import { Day, Instant } from '../model/primitives';
import { CollectionName } from './collections';
import { Checkpoint } from './pull';

/**
 * `POST /sync/compare`: what the server would have a device hold at these checkpoints. Large collections take the server
 * seconds: ask for one collection in a request, and wait longer than for other answers.
 */
export const CompareRequest = z.object({ checkpoints: z.partialRecord(CollectionName, Checkpoint) });
export type CompareRequest = z.infer<typeof CompareRequest>;

/** `behind`: something changed after the checkpoint; pull and ask again. */
export const ComparedCollection = z.discriminatedUnion('state', [
  z.object({ state: z.literal('behind') }),
  z.object({ state: z.literal('compared'), count: z.int().nonnegative(), hash: z.string().length(16) }),
]);

/**
 * Count and hash (`DigestSum`) are over the documents as pulled (without anything that the local database adds), tombstones
 * left out. What a device may hold of billing depends on the present month, so a device that pulled in an earlier one
 * rightly holds more. Before it counts and hashes, the device leaves out
 * - of `invoices` those with `outstandingBani === 0 && issuedOn < historySince`,
 * - of `payments` those with `paidAt < historySince + 'T00:00:00.000Z'`,
 * comparing as texts. The server leaves out the same. No other collection depends on the time.
 */
export const CompareResponse = z.object({
  historySince: Day,
  collections: z.partialRecord(CollectionName, ComparedCollection),
  serverTime: Instant,
  epoch: z.string().max(120),
});
export type CompareResponse = z.infer<typeof CompareResponse>;

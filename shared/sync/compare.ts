import { z } from 'zod';
import { Instant } from '../model/primitives';
import { CollectionName } from './collections';
import { Checkpoint } from './pull';

/** `POST /sync/compare`: what the server would have a device hold at these checkpoints. */
export const CompareRequest = z.object({ checkpoints: z.partialRecord(CollectionName, Checkpoint) });
export type CompareRequest = z.infer<typeof CompareRequest>;

/** `behind`: something changed after the checkpoint; pull and ask again. */
export const ComparedCollection = z.discriminatedUnion('state', [
  z.object({ state: z.literal('behind') }),
  z.object({ state: z.literal('compared'), count: z.int().nonnegative(), hash: z.string().length(16) }),
]);

export const CompareResponse = z.object({
  collections: z.partialRecord(CollectionName, ComparedCollection),
  serverTime: Instant,
  epoch: z.string().max(120),
});
export type CompareResponse = z.infer<typeof CompareResponse>;

import { z } from 'zod';
import { Id, Instant } from '../model/primitives';
import { CollectionName } from './collections';
import { mostDocuments } from './protocol';

/**
 * How far a device has read: for each change counter in its scope the last number read and the number at which its
 * first sync began. Opaque to the device, which only gives it back.
 */
export const Checkpoint = z.record(
  z.string().max(80),
  z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
);
export type Checkpoint = z.infer<typeof Checkpoint>;

export const PullParams = z.object({ collection: CollectionName });

export const PullQuery = z.object({
  checkpoint: z.string().max(20_000).optional(), // a Checkpoint as JSON; absent: from the beginning
  limit: z.coerce.number().int().min(1).max(mostDocuments),
});

/** A document that left this device's scope, or no longer exists. */
export const Tombstone = z.object({ id: Id, _deleted: z.literal(true) });
export type Tombstone = z.infer<typeof Tombstone>;

/**
 * A page in the server's commit order; shorter than asked only when nothing is left. Documents are of the
 * collection's schema: the server's tests check them, devices check the envelope.
 */
export const PullResponse = z.object({
  documents: z.array(z.looseObject({ id: Id })),
  checkpoint: Checkpoint,
  serverTime: Instant,
  epoch: z.string().max(120),
});
export type PullResponse = z.infer<typeof PullResponse>;

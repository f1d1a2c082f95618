import { z } from 'zod';
import { Instant } from '../../shared/model/primitives';

/** What the file says of one table. Its rows are PostgreSQL's COPY text, one a line. */
export const BackedUpTable = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: z.string().length(64),
});
export type BackedUpTable = z.infer<typeof BackedUpTable>;

/** The end of a backup file: one without it was cut off. */
export const Manifest = z.object({
  format: z.literal('ghiseu-backup'),
  version: z.literal(1),
  madeAt: Instant,
  migration: z.int().positive(), // how many migrations the tables had seen
  epoch: z.string(),
  tables: z.array(BackedUpTable), // each after those that it refers to
});
export type Manifest = z.infer<typeof Manifest>;

export const formatVersion = 1;

import { z } from 'zod';
import { CollectionName } from './collections';

/** The stream's only event: something in these collections changed; pull to see it. */
export const Poke = z.object({ collections: z.array(CollectionName) });
export type Poke = z.infer<typeof Poke>;

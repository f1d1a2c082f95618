import type { RxJsonSchema } from 'rxdb';
import { z } from 'zod';
import { Submission } from '../../../shared/model/submission';
import { type CollectionName, collectionNames, pulledCollections } from '../../../shared/sync/collections';
import { toRxSchema } from './rx-schema';

/** Few on purpose: each index costs every document of a first sync a write. */
const indexes: Partial<Record<CollectionName, readonly string[]>> = {
  accounts: ['nameKey', 'clientCode'],
  invoices: ['accountId'],
  payments: ['accountId'],
};

/** The RxDB schema of each pulled collection. */
export function pulledSchemas(): Record<CollectionName, RxJsonSchema<{ id: string }>> {
  const schemas = collectionNames.map((name) => [
    name,
    toRxSchema<{ id: string }>(pulledCollections[name], (indexes[name] ?? []) as 'id'[]),
  ]);
  return Object.fromEntries(schemas) as Record<CollectionName, RxJsonSchema<{ id: string }>>;
}

/** A submission as its projection sees it: lists of words that grow with a release are texts here. */
const ProjectedSubmission = Submission.extend({ kind: z.string(), confirmed: z.array(z.string()) });

/** Frozen: RxDB opens no collection whose schema has changed, and journals and their projections outlive releases. */
export const submissionSchema = (): RxJsonSchema<Submission> =>
  toRxSchema<Submission>(ProjectedSubmission, []);

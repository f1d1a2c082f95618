import type { CollectionName } from '../../../shared/sync/collections';
import type { DataWorkerDeps } from '../deps';
import { type Enrolled, isSelfService } from './surface';

interface Held {
  deps: Pick<DataWorkerDeps, 'collections'>;
  enrolled: Enrolled;
}

/** What this device pulls: a machine in a public lobby knows nobody who works here. */
export const heldCollections = (held: Held): readonly CollectionName[] =>
  isSelfService(held) ? held.deps.collections.filter((name) => name !== 'staff') : held.deps.collections;

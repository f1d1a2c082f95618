import type { RxStorageInstanceReplicationState } from 'rxdb';

type MetaInstance = RxStorageInstanceReplicationState<unknown>['input']['metaInstance'];

/**
 * Tells when a replication's checkpoints cannot be read or written. RxDB passes such an error on to nobody and waits no
 * more for that checkpoint; here what failed is never answered, and whoever is told ends the replication.
 */
export function onCheckpointTrouble(meta: MetaInstance, tell: (error: unknown) => void): void {
  const answered = <Answer>(asked: Promise<Answer>): Promise<Answer> =>
    asked.catch((error: unknown) => {
      tell(error);
      return new Promise<never>(() => undefined);
    });
  const { findDocumentsById, bulkWrite } = meta;
  meta.findDocumentsById = (...asked) => answered(findDocumentsById.apply(meta, asked));
  meta.bulkWrite = (...asked) => answered(bulkWrite.apply(meta, asked));
}

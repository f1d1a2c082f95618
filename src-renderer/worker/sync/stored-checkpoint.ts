import {
  getRxReplicationMetaInstanceSchema,
  overwritable,
  type RxCollection,
  type RxStorageReplicationMeta,
} from 'rxdb';
import { Checkpoint } from '../../../shared/sync/pull';
import { replicationIdentifier } from './collection-pull';

const downId = 'down|1'; // RxDB's id of the checkpoint that a pull has reached

/**
 * The checkpoint up to which a collection's documents are written, whether its replication runs or not; null before the
 * first page. @throws what the storage throws
 */
export async function storedCheckpoint(collection: RxCollection<{ id: string }>): Promise<Checkpoint | null> {
  const { database, name, schema } = collection;
  const hash = await database.hashFunction([name, replicationIdentifier].join('-'));
  const meta = await database.storage.createStorageInstance<RxStorageReplicationMeta<unknown, unknown>>({
    databaseName: database.name,
    databaseInstanceToken: database.token,
    collectionName: `rx-replication-meta-${hash}`,
    schema: getRxReplicationMetaInstanceSchema(schema.jsonSchema, false),
    multiInstance: database.multiInstance,
    options: {},
    devMode: overwritable.isDevMode(),
  });
  try {
    const [found] = await meta.findDocumentsById([downId], false);
    return Checkpoint.nullable()
      .catch(null)
      .parse(found?.checkpointData ?? null);
  } finally {
    await meta.close();
  }
}

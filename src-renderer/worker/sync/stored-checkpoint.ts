import {
  getRxReplicationMetaInstanceSchema,
  overwritable,
  type RxCollection,
  type RxStorageReplicationMeta,
} from 'rxdb';
import type { CollectionName } from '../../../shared/sync/collections';
import { Checkpoint } from '../../../shared/sync/pull';
import type { Cache } from '../db/cache';
import { replicationIdentifier } from './collection-pull';

const downId = 'down|1'; // RxDB's id of the checkpoint that a pull has reached

/**
 * The checkpoint up to which a collection's documents are written, whether its replication runs or not; null before the
 * first page, and where it is not held. @throws what the storage throws, and when the cache is closed
 */
export async function storedCheckpoint(cache: Cache, name: CollectionName): Promise<Checkpoint | null> {
  const collection = cache.table(name)?.collection as unknown as RxCollection<{ id: string }> | undefined;
  return collection ? cache.whileOpen(() => read(collection)) : null;
}

async function read(collection: RxCollection<{ id: string }>): Promise<Checkpoint | null> {
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

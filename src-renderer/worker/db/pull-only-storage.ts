import type { RxStorage, RxStorageInstance, RxStorageInstanceCreationParams } from 'rxdb';

const metaPrefix = 'rx-replication-meta-';
const ofDocument = '|0'; // ends the id of a document's replication state; checkpoints end in |1

/**
 * A storage for pull-only replications. RxDB keeps what it last pushed of each document in a collection of its own and
 * looks it up for every document it pulls; without a push none is ever written, so there is nothing to look for. At a
 * first sync of 100,000 accounts this saves 100,000 reads.
 */
export function pullOnlyStorage<Internals, Options>(
  storage: RxStorage<Internals, Options>,
): RxStorage<Internals, Options> {
  return {
    ...storage,
    createStorageInstance: async <Document>(params: RxStorageInstanceCreationParams<Document, Options>) => {
      const instance = await storage.createStorageInstance(params);
      return params.collectionName.startsWith(metaPrefix) ? withoutLookups(instance) : instance;
    },
  };
}

function withoutLookups<Document, Internals, Options>(
  instance: RxStorageInstance<Document, Internals, Options>,
): RxStorageInstance<Document, Internals, Options> {
  const find = instance.findDocumentsById.bind(instance);
  instance.findDocumentsById = async (ids, deleted) =>
    ids.every((id) => id.endsWith(ofDocument)) ? [] : find(ids, deleted);
  return instance;
}

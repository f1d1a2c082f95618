import { createRxDatabase, type RxCollection, type RxStorage } from 'rxdb';
import type { Submission } from '../../../shared/model/submission';
import { submissionSchema } from '../db/schemas';
import { Table } from '../db/table';

/** The RxDB collection `submissions`: a projection of the journal, and its only copy when the journal is missing. */
export interface SubmissionsProjection {
  all(): Promise<Submission[]>;
  /** Writes what is missing or differs. */
  put(submissions: readonly Submission[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** @throws when the database cannot be read */
export async function openProjection(
  storage: RxStorage<unknown, unknown>,
  prefix: string,
): Promise<SubmissionsProjection> {
  const database = await createRxDatabase({ name: `${prefix}-submissions`, storage, multiInstance: false });
  const { submissions } = await database.addCollections({ submissions: { schema: submissionSchema() } });
  const collection = submissions as RxCollection<Submission>;
  const table = new Table<Submission>(collection);
  return {
    all: () => table.all(),
    put: async (rows) => {
      const { error } = await collection.bulkUpsert([...rows]);
      if (error[0]) throw new Error(`submissions: ${error.length} could not be written`, { cause: error[0] });
    },
    remove: async (ids) => {
      const { error } = await collection.bulkRemove([...ids]);
      if (error[0]) throw new Error(`submissions: ${error.length} could not be removed`, { cause: error[0] });
      await collection.storageInstance.cleanup(0); // what RxDB only marks as removed would stay for ever
    },
    close: async () => void (await database.close()),
  };
}

import { sql } from 'drizzle-orm';
import type { CollectionName } from '../../shared/sync/collections';
import type { CompareRequest, CompareResponse } from '../../shared/sync/compare';
import { DigestSum } from '../../shared/sync/digest';
import type { Checkpoint } from '../../shared/sync/pull';
import type { Scope } from '../changes/scopes';
import type { Db, Transaction } from '../db/connect';
import { readChangePage } from '../pull/change-page';
import { documentSources } from '../pull/documents';
import { renderDocuments } from '../pull/render';
import type { Viewer } from '../pull/viewer';

type Compared = NonNullable<CompareResponse['collections'][CollectionName]>;

/** Documents rendered at once: what bounds the memory of a comparison. */
const pageSize = 2_000;

/**
 * What a device would hold of each collection asked for, had it pulled everything: all of it as of one moment. A
 * collection in which something changed after the device's checkpoint is `behind`, and not counted.
 */
export async function compareCollections(
  db: Db,
  viewer: Viewer,
  { checkpoints }: CompareRequest,
): Promise<CompareResponse['collections']> {
  return db.transaction(
    async (tx) => {
      const compared: [string, Compared][] = [];
      for (const [name, checkpoint] of Object.entries(checkpoints)) {
        compared.push([
          name,
          await compareOne(tx, viewer, { collection: name as CollectionName, checkpoint }),
        ]);
      }
      return Object.fromEntries(compared);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function compareOne(
  tx: Transaction,
  viewer: Viewer,
  { collection, checkpoint }: { collection: CollectionName; checkpoint: Checkpoint },
): Promise<Compared> {
  const next = await readChangePage(tx, viewer, { collection, checkpoint, limit: 1 });
  if (next.ids.length > 0) return { state: 'behind' };
  const sum = new DigestSum();
  for await (const ids of pagesOf(tx, collection, documentSources[collection].scopes(viewer))) {
    for (const document of await renderDocuments(tx, viewer, { collection, ids })) {
      if (!('_deleted' in document)) sum.add(document);
    }
  }
  return { state: 'compared', ...sum.digest };
}

/**
 * Every document of the log once, in pages. What is in a table and was never recorded as changed no device can have:
 * a pull follows the log.
 */
async function* pagesOf(
  tx: Transaction,
  collection: CollectionName,
  scopes: readonly Scope[],
): AsyncGenerator<string[]> {
  for (const [place, scope] of scopes.entries()) {
    const earlier = sql.param(scopes.slice(0, place));
    for (let last = ''; ; ) {
      const { rows } = await tx.execute<{ id: string }>(sql`
        select c.document_id as id from changes c
        where c.scope = ${scope} and c.collection = ${collection} and c.document_id > ${last}
          and not exists (
            select from changes o
            where o.scope = any(${earlier}::text[]) and o.collection = c.collection and o.document_id = c.document_id)
        order by c.document_id limit ${pageSize}`);
      if (rows.length > 0) yield rows.map(({ id }) => id);
      if (rows.length < pageSize) break;
      last = rows.at(-1)?.id ?? '';
    }
  }
}

import { sql } from 'drizzle-orm';
import { type CollectionName, collectionNames } from '../../shared/sync/collections';
import type { Queryable } from '../db/connect';

/** Scope → the number of its last change. */
export type Counters = Map<string, number>;
export type ChangedCollections = Map<string, Set<CollectionName>>;

export async function readCounters(db: Queryable): Promise<Counters> {
  const { rows } = await db.execute<{ scope: string; seq: number }>(
    sql`select scope, seq::float8 as seq from change_counters`,
  );
  return new Map(rows.map(({ scope, seq }) => [scope, seq]));
}

/** Which collections changed in which scopes since the numbers known. A number that fell (a restore) changes them all. */
export async function changedCollections(
  db: Queryable,
  known: Counters,
  present: Counters,
): Promise<ChangedCollections> {
  const raised = [...present].filter(([scope, seq]) => seq !== known.get(scope));
  if (raised.length === 0) return new Map();
  const scopes = raised.map(([scope]) => scope);
  const since = raised.map(([scope, seq]) => ((known.get(scope) ?? 0) > seq ? 0 : (known.get(scope) ?? 0)));
  const { rows } = await db.execute<{ scope: string; collection: CollectionName }>(sql`
    select s.scope, n.collection
    from unnest(${sql.param(scopes)}::text[], ${sql.param(since)}::bigint[]) as s (scope, seq)
    cross join unnest(${sql.param(collectionNames)}::text[]) as n (collection)
    where exists (
      select from changes c where c.scope = s.scope and c.collection = n.collection and c.seq > s.seq)`);
  const changed: ChangedCollections = new Map(scopes.map((scope) => [scope, new Set()]));
  for (const { scope, collection } of rows) changed.get(scope)?.add(collection);
  return changed;
}

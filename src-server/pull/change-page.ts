import { sql } from 'drizzle-orm';
import type { CollectionName } from '../../shared/sync/collections';
import type { Checkpoint } from '../../shared/sync/pull';
import type { Scope } from '../changes/scopes';
import type { Queryable } from '../db/connect';
import { isAhead } from '../epoch/notice-restore';
import { documentSources } from './documents';
import type { Viewer } from './viewer';

export interface PageRequest {
  collection: CollectionName;
  checkpoint: Checkpoint;
  limit: number; // documents
}

export interface ChangePage {
  /** Documents to render, in the order in which they changed. As many as asked unless nothing is left. */
  ids: string[];
  checkpoint: Checkpoint;
  /** The device has numbers that our counters have not reached. */
  ahead: boolean;
}

/**
 * The next changed documents after a checkpoint, scope by scope. What changed before the first pull of a scope began
 * (`freshUntil`) and is not for this device is left out here, before the limit; what changed later is named in any
 * case, because the device may hold it.
 */
export async function readChangePage(db: Queryable, viewer: Viewer, page: PageRequest): Promise<ChangePage> {
  const scopes = documentSources[page.collection].scopes(viewer);
  const present = await presentNumbers(db, scopes);
  const ids = new Set<string>();
  const checkpoint: Checkpoint = {};
  for (const scope of scopes) {
    const position = page.checkpoint[scope];
    if (ids.size < page.limit) {
      const reading = { scope, position: position ?? ([0, present.get(scope) ?? 0] as const), ids };
      checkpoint[scope] = await readScope(db, viewer, page, reading);
    } else if (position) {
      checkpoint[scope] = position;
    }
  }
  return { ids: [...ids], checkpoint, ahead: isAhead(page.checkpoint, present) };
}

interface ScopeReading {
  scope: Scope;
  position: readonly [number, number];
  ids: Set<string>;
}

/** Adds a scope's changes until the page is full or nothing is left: a document named twice must not shorten it. */
async function readScope(
  db: Queryable,
  viewer: Viewer,
  page: PageRequest,
  { scope, position, ids }: ScopeReading,
): Promise<[number, number]> {
  const [, freshUntil] = position;
  let [seq] = position;
  for (;;) {
    const wanted = page.limit - ids.size;
    const rows = await changesAfter(db, viewer, {
      scope,
      collection: page.collection,
      seq,
      freshUntil,
      wanted,
    });
    for (const row of rows) ids.add(row.id);
    seq = rows.at(-1)?.seq ?? seq;
    if (rows.length < wanted) return [Math.max(seq, freshUntil), freshUntil];
    if (ids.size === page.limit) return [seq, freshUntil];
  }
}

interface ChangesAfter {
  scope: Scope;
  collection: CollectionName;
  seq: number;
  freshUntil: number;
  wanted: number;
}

async function changesAfter(db: Queryable, viewer: Viewer, after: ChangesAfter) {
  const source = documentSources[after.collection];
  const { rows } = await db.execute<{ id: string; seq: number }>(sql`
    select c.document_id as id, c.seq::float8 as seq
    from changes c
    where c.scope = ${after.scope} and c.collection = ${after.collection} and c.seq > ${after.seq}
      and (c.seq > ${after.freshUntil} or exists (
        select from ${source.from} where ${source.id} = c.document_id and ${source.visibleTo(viewer)}))
    order by c.seq limit ${after.wanted}`);
  return rows;
}

async function presentNumbers(db: Queryable, scopes: readonly Scope[]): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ scope: string; seq: number }>(sql`
    select scope, seq::float8 as seq from change_counters where scope = any(${sql.param(scopes)}::text[])`);
  return new Map(rows.map(({ scope, seq }) => [scope, seq]));
}

/** How many documents of a collection this device may hold. */
export async function countDocuments(
  db: Queryable,
  viewer: Viewer,
  collection: CollectionName,
): Promise<number> {
  const source = documentSources[collection];
  const { rows } = await db.execute<{ documents: number }>(
    sql`select count(*)::int as documents from ${source.from} where ${source.visibleTo(viewer)}`,
  );
  return rows[0]?.documents ?? 0;
}

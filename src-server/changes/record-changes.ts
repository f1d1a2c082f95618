import { sql } from 'drizzle-orm';
import type { CollectionName } from '../../shared/sync/collections';
import type { Transaction } from '../db/connect';
import type { Scope } from './scopes';

export interface Change {
  scope: Scope;
  collection: CollectionName;
  documentId: string;
}

/**
 * Writes what a transaction changed into the log devices pull from. Must be its LAST statement: from here to the
 * commit it holds the counters of its scopes, so that numbers become visible in the order in which they were given.
 * Counters are raised in scope order, whatever the order of `changed`, so two transactions never wait for each other.
 * Each document gets its own number: a page may end between any two.
 */
export async function recordChanges(tx: Transaction, changed: readonly Change[]): Promise<void> {
  if (changed.length === 0) return;
  const column = (name: keyof Change) => sql.param(changed.map((change) => change[name]));
  await recordSelected(
    tx,
    sql`select * from unnest(${column('scope')}::text[], ${column('collection')}::text[], ${column('documentId')}::text[])`,
  );
}

/**
 * Records as changed whatever a query of (scope, collection, document id) names: see `recordChanges`, whose rule it
 * shares. For transactions that change more than fits an argument.
 */
export async function recordSelected(tx: Transaction, selection: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    with given as (
      select distinct scope, collection, document_id from (${selection}) as changed (scope, collection, document_id)
    ), raised as (
      insert into change_counters as counter (scope, seq)
      select scope, count(*) from given group by scope order by scope
      on conflict (scope) do update set seq = counter.seq + excluded.seq
      returning scope, seq
    )
    insert into changes (scope, collection, document_id, seq)
    select scope, collection, document_id,
           raised.seq + 1 - row_number() over (partition by scope order by collection, document_id)
    from given join raised using (scope)
    on conflict (scope, collection, document_id) do update set seq = excluded.seq`);
}

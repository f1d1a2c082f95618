import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import { recordChanges } from '../../../src-server/changes/record-changes';

/** A log that a reader follows by number. */
export interface Log {
  /** Writes one change within the client's open transaction. */
  record(client: PoolClient, id: string): Promise<void>;
  read(pool: Pool, after: number): Promise<{ ids: string[]; end: number }>;
  end(pool: Pool): Promise<number>;
}

function logOf(name: 'changes' | 'plain_changes', record: Log['record']): Log {
  const [id, condition] = name === 'changes' ? ['document_id', `and scope = 'office:late'`] : ['id', ''];
  return {
    record,
    read: async (pool, after) => {
      const { rows } = await pool.query<{ id: string; seq: number }>(
        `select ${id} as id, seq::float8 as seq from ${name} where seq > $1 ${condition} order by seq`,
        [after],
      );
      return { ids: rows.map((row) => row.id), end: rows.at(-1)?.seq ?? after };
    },
    end: async (pool) => {
      const { rows } = await pool.query(
        `select coalesce(max(seq), 0)::float8 as seq from ${name} where true ${condition}`,
      );
      return rows[0].seq;
    },
  };
}

/** The product's log. */
export const changeLog: Log = logOf('changes', (client, documentId) =>
  recordChanges(
    // A client in an open transaction is what drizzle's transaction is made of
    drizzle(client) as unknown as Parameters<typeof recordChanges>[0],
    [{ scope: 'office:late', collection: 'accounts', documentId }],
  ),
);

/** What one would write first: a sequence that gives each change the next number. It loses rows. */
export const plainSequence: Log = logOf('plain_changes', async (client, id) => {
  await client.query('insert into plain_changes (id) values ($1)', [id]);
});

import type { Database } from '../../src-server/db/connect';

export type Rows = (query: string, ...values: unknown[]) => Promise<Record<string, unknown>[]>;

/** What a query finds in a database. */
export const rowsOf =
  ({ pool }: Pick<Database, 'pool'>): Rows =>
  async (query, ...values) =>
    (await pool.query(query, values)).rows;

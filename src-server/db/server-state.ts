import { eq } from 'drizzle-orm';
import type { Queryable } from './connect';
import { serverState } from './schema/server-state';

/**
 * Keys the hashes by which tokens, enrolment codes and internal codes are known. Never changes.
 * @throws Error when the database was not migrated
 */
export async function readTokenKey(db: Queryable): Promise<string> {
  const [state] = await db
    .select({ tokenKey: serverState.tokenKey })
    .from(serverState)
    .where(eq(serverState.onlyRow, true));
  if (!state) throw new Error('The database has no server state: migrate it first.');
  return state.tokenKey;
}

/**
 * The epoch as SQL: the stored UUID, the cluster's identifier and its timeline. A restore changes one of the three,
 * so it is read with each exchange, never kept.
 */
export const epochSql = `(select stored_epoch from server_state)
  || '.' || (select system_identifier from pg_control_system())
  || '.' || (select timeline_id from pg_control_checkpoint())`;

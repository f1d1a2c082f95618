import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Pool } from 'pg';
import { ensureSealingKey } from '../sealing/sealing-key';
import { serverState } from './schema/server-state';

/** Every process that migrates waits for this lock: `ghiseu` as a number. */
export const migrationLock = 0x67686973;

/**
 * Where the migrations are: `migrations` beside this module (from source, or copied beside the bundle), else
 * `src-server/db/migrations` in one of the folders above.
 * @throws Error that names the folder it began at
 */
export function migrationsFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  const isThere = (folder: string) => existsSync(join(folder, 'meta', '_journal.json'));
  const beside = join(from, 'migrations');
  if (isThere(beside)) return beside;
  for (let folder = from; ; folder = dirname(folder)) {
    const above = join(folder, 'src-server', 'db', 'migrations');
    if (isThere(above)) return above;
    if (folder === dirname(folder))
      throw new Error(`No database migrations were found beside or above ${from}.`);
  }
}

/**
 * Brings the database to this version's tables and makes the server's state row once. Safe when several processes
 * start at the same moment: a session lock lets one work while the others wait, then find nothing left to do.
 */
export async function migrate(pool: Pool, folder = migrationsFolder()): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0; set lock_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const db = drizzle(client);
    await applyMigrations(db, { migrationsFolder: folder });
    await db
      .insert(serverState)
      .values({ storedEpoch: randomUUID(), tokenKey: randomBytes(32).toString('base64url') })
      .onConflictDoNothing();
    await ensureSealingKey(db);
  } finally {
    client.release(true); // ends the session: frees the lock and the changed time-outs with it
  }
}

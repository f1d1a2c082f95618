import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { Client } from 'pg';
import { migrationsFolder } from '../db/migrate';

export const knownMigrations = (): MigrationMeta[] =>
  readMigrationFiles({ migrationsFolder: migrationsFolder() });

const log = 'drizzle.__drizzle_migrations';

/** How many migrations a database has seen; 0 for an empty one. */
export async function appliedMigrations(client: Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('${log}') is not null as there`,
  );
  if (!rows[0]?.there) return 0;
  const counted = await client.query<{ migrations: number }>(
    `select count(*)::int as migrations from ${log}`,
  );
  return counted.rows[0]?.migrations ?? 0;
}

/** Forgets which migrations were applied, for a database whose tables were dropped. */
export async function forgetMigrations(client: Client): Promise<void> {
  await client.query('create schema if not exists drizzle');
  await client.query(
    `create table if not exists ${log} (id serial primary key, hash text not null, created_at bigint)`,
  );
  await client.query(`delete from ${log}`);
}

/** Applies migrations within the transaction under way and writes them down as `migrate` does. */
export async function applyMigrations(client: Client, migrations: readonly MigrationMeta[]): Promise<void> {
  for (const { sql, hash, folderMillis } of migrations) {
    for (const statement of sql) await client.query(statement);
    await client.query(`insert into ${log} (hash, created_at) values ($1, $2)`, [hash, folderMillis]);
  }
}

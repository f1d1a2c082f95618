import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connect, type Database } from '../../src-server/db/connect';
import { migrate } from '../../src-server/db/migrate';
import type { PostgresTarget } from './global-postgres';

/** Every PostgreSQL the contract tests run against; the embedded one comes first. */
export const postgresTargets = (): PostgresTarget[] => inject('postgresTargets');

function embeddedTarget(): PostgresTarget {
  const [first] = postgresTargets();
  if (!first) throw new Error('No PostgreSQL was started: is global-postgres.ts the globalSetup?');
  return first;
}

async function administer(target: PostgresTarget, statement: string): Promise<void> {
  const client = new Client({ connectionString: target.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export interface EmptyDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A new database without tables. */
export async function emptyDatabase(target = embeddedTarget()): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(target, `create database ${name}`);
  const url = new URL(target.url);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(target, `drop database ${name} with (force)`) };
}

export interface TestDatabase extends Database {
  /** Closes the pool and drops the database. */
  drop(): Promise<void>;
}

/** A new migrated database with a pool on it. */
export async function testDatabase(target = embeddedTarget()): Promise<TestDatabase> {
  const empty = await emptyDatabase(target);
  const database = connect(empty.url);
  await migrate(database.pool);
  return {
    ...database,
    drop: async () => {
      await database.close();
      await empty.drop();
    },
  };
}

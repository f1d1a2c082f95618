import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Database } from '../../src-server/db/connect';
import type { PostgresTarget } from './global-postgres';
import { administer, databaseUrl, type Template, templateName } from './template-databases';

/** Every PostgreSQL the contract tests run against; the embedded one comes first. */
export const postgresTargets = (): PostgresTarget[] => inject('postgresTargets');

function embeddedTarget(): PostgresTarget {
  const [first] = postgresTargets();
  if (!first) throw new Error('No PostgreSQL was started: is global-postgres.ts the globalSetup?');
  return first;
}

export interface EmptyDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A new database without tables. */
export const emptyDatabase = (target = embeddedTarget()): Promise<EmptyDatabase> => newDatabase(target);

async function newDatabase({ url }: PostgresTarget, template?: Template): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name}${template ? ` template ${templateName(template)}` : ''}`);
  return { url: databaseUrl(url, name), drop: () => administer(url, `drop database ${name} with (force)`) };
}

export interface TestDatabase extends Database {
  /** Closes the pool and drops the database. */
  drop(): Promise<void>;
}

/** A new database, migrated or filled with the world as it is by default, with a pool on it. */
export async function testDatabase(
  target = embeddedTarget(),
  template: Template = 'migrated',
): Promise<TestDatabase> {
  const copy = await newDatabase(target, template);
  const database = connect(copy.url);
  return {
    ...database,
    drop: async () => {
      await database.close();
      await copy.drop();
    },
  };
}

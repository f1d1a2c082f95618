import { inject } from 'vitest';
import { connect, type Database } from '../../src-server/db/connect';
import type { PostgresTarget } from './global-postgres';
import { type NewDatabase, newDatabase, type Template } from './template-databases';

/** Every PostgreSQL the contract tests run against; the embedded one comes first. */
export const postgresTargets = (): PostgresTarget[] => inject('postgresTargets');

function embeddedTarget(): PostgresTarget {
  const [first] = postgresTargets();
  if (!first) throw new Error('No PostgreSQL was started: is global-postgres.ts the globalSetup?');
  return first;
}

/** A new database without tables. */
export const emptyDatabase = (target = embeddedTarget()): Promise<NewDatabase> => newDatabase(target.url);

export interface TestDatabase extends Database {
  /** Closes the pool and drops the database. */
  drop(): Promise<void>;
}

/** A new database, migrated or filled with the world as it is by default, with a pool on it. */
export async function testDatabase(
  target = embeddedTarget(),
  template: Template = 'migrated',
): Promise<TestDatabase> {
  const copy = await newDatabase(target.url, template);
  const database = connect(copy.url);
  return {
    ...database,
    drop: async () => {
      await database.close();
      await copy.drop();
    },
  };
}

import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import { appliedMigrations, knownMigrations } from '../backup/migrations';
import { connect, type Database, type Db } from '../db/connect';
import { OperatorProblem } from '../operator-problem';
import { withDatabase } from './use-database';

interface Wanted {
  data: string;
  command: string;
}

/** Does a command's work on tables of this version, beside a running server or without one. @throws OperatorProblem */
export function onTables<T>({ data, command }: Wanted, work: (db: Db) => Promise<T>): Promise<T> {
  return withDatabase({ data, command, use: 'shared' }, async (client) => {
    await checkTables(client);
    return work(drizzle(client));
  });
}

/** The same for work of which running servers hear. @throws OperatorProblem */
export function onDatabase<T>(
  { data, command }: Wanted,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return withDatabase({ data, command, use: 'shared' }, async (client, url) => {
    await checkTables(client);
    const database = connect(url, { connections: 2 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}

async function checkTables(client: Client): Promise<void> {
  if ((await appliedMigrations(client)) === knownMigrations().length) return;
  throw new OperatorProblem(
    'The database belongs to another version of Ghișeu. Start this version once with `ghiseu serve`, or use the other one.',
  );
}

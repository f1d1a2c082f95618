import { drizzle } from 'drizzle-orm/node-postgres';
import { appliedMigrations, knownMigrations } from '../backup/migrations';
import type { Db } from '../db/connect';
import * as schema from '../db/schema';
import { OperatorProblem } from '../operator-problem';
import { withDatabase } from './use-database';

/** Does a command's work on tables of this version, beside a running server or without one. @throws OperatorProblem */
export function onTables<T>(
  { data, command }: { data: string; command: string },
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return withDatabase({ data, command, use: 'shared' }, async (client) => {
    if ((await appliedMigrations(client)) !== knownMigrations().length) {
      throw new OperatorProblem(
        'The database belongs to another version of Ghișeu. Start this version once with `ghiseu serve`, or use the other one.',
      );
    }
    return work(drizzle(client, { schema }));
  });
}

import type { Client } from 'pg';
import { OperatorProblem } from '../operator-problem';
import { ourTables, quotedName } from './our-tables';

/** @throws OperatorProblem when our tables hold something; the server's own state alone is nothing */
export async function refuseFullDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as t (name)
     where to_regclass(quote_ident(name)) is not null and name <> 'server_state'`,
    [ourTables],
  );
  for (const { name } of rows) {
    const found = await client.query(`select from ${quotedName(name)} limit 1`);
    if (found.rowCount === 0) continue;
    throw new OperatorProblem(
      'The database is not empty. With --replace everything in it is given up for what the backup holds; make a backup of it first.',
    );
  }
}

/** @throws OperatorProblem when a server or another command of ours is connected to this database */
export async function refuseUsedDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ connections: number }>(
    `select count(*)::int as connections from pg_stat_activity
     where datname = current_database() and application_name like 'ghiseu%' and pid <> pg_backend_pid()`,
  );
  const { connections = 0 } = rows[0] ?? {};
  if (connections === 0) return;
  throw new OperatorProblem(
    `Ghișeu works on this database (${connections} connections). Stop every server on it and try again.`,
  );
}

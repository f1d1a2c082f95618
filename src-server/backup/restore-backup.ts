import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrationLock } from '../db/migrate';
import { OperatorProblem } from '../operator-problem';
import { ensureSealingKey } from '../sealing/sealing-key';
import { readBackup, TableHead } from './check-backup';
import { framesOf } from './frames';
import type { Manifest } from './manifest';
import { applyMigrations, forgetMigrations, knownMigrations } from './migrations';
import { ourTables, quotedName } from './our-tables';
import { refuseUsedDatabase } from './target';

export interface RestoreOptions {
  file: string;
  manifest: Manifest; // of `checkBackup`
  now: string;
  /** The user of the operating system, for the audit. */
  actor: string;
  onBytes?: (bytes: number) => void;
}

/**
 * Puts a checked backup in the place of whatever our tables hold, in one transaction: it is there whole or not at all.
 * The tables are made as they were when it was written, filled, and brought to this version. The epoch is new, so that
 * every device builds its cache anew and offers its journal again.
 */
export async function restoreBackup(client: Client, options: RestoreOptions): Promise<void> {
  const { manifest } = options;
  const known = knownMigrations();
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]); // a server that starts waits
    await refuseUsedDatabase(client);
    await dropTables(client, manifest);
    await forgetMigrations(client);
    await applyMigrations(client, known.slice(0, manifest.migration));
    await loadTables(client, options);
    await applyMigrations(client, known.slice(manifest.migration));
    await ensureSealingKey(drizzle(client));
    await resetSequences(client);
    await beginEpoch(client, options);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // a connection that broke has rolled back
    throw error;
  }
  await client.query('analyze');
}

async function dropTables(client: Client, { tables }: Manifest): Promise<void> {
  const names = [...new Set([...ourTables, ...tables.map(({ name }) => name)])];
  await client.query(`drop table if exists ${names.map(quotedName).join(', ')}`);
}

async function loadTables(client: Client, { file, onBytes }: RestoreOptions): Promise<void> {
  let table: Writable | null = null;
  const end = async () => {
    table?.end();
    if (table) await finished(table);
    table = null;
  };
  for await (const { kind, content } of framesOf(readBackup(file, onBytes))) {
    if (kind === 'T') {
      await end();
      const { name, columns } = TableHead.parse(JSON.parse(content.toString()));
      const copy = `copy ${quotedName(name)} (${columns.map(quotedName).join(', ')}) from stdin`;
      table = client.query(copyFrom(copy));
    } else if (kind === 'R' && table) {
      await write(table, content);
    }
  }
  await end();
}

const write = (table: Writable, rows: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error);
    table.once('error', failed);
    table.write(rows, (error) => {
      table.off('error', failed);
      if (error) reject(error);
      else resolve();
    });
  });

/** COPY brings numbers of its own: the next one made here must be above them. */
async function resetSequences(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.oid = any(select to_regclass(quote_ident(name)) from unnest($1::text[]) as t (name))
       and a.attnum > 0 and not a.attisdropped
       and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`,
    [ourTables],
  );
  for (const { table, column, sequence } of rows) {
    const largest = `(select max(${quotedName(column)}) from ${quotedName(table)})`;
    await client.query(`select setval('${sequence}', coalesce(${largest}, 0) + 1, false)`);
  }
}

async function beginEpoch(client: Client, { manifest, now, actor }: RestoreOptions): Promise<void> {
  const changed = await client.query(`update server_state set stored_epoch = $1`, [randomUUID()]);
  if (changed.rowCount !== 1)
    throw new OperatorProblem('The backup holds no server state: it cannot be used.');
  const detail = { madeAt: manifest.madeAt, from: manifest.epoch };
  await client.query(
    `insert into audit (at, actor, action, subject, detail) values ($1, $2, 'database-restored', $3, $4)`,
    [now, actor, manifest.madeAt, detail],
  );
}

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { epochSql } from '../db/server-state';
import { frame, frameHead } from './frames';
import { type BackedUpTable, formatVersion, type Manifest } from './manifest';
import { appliedMigrations } from './migrations';
import { ourTables, quotedName } from './our-tables';

export interface BackupOptions {
  file: string;
  now: string;
  onProgress?: (done: number, total: number) => void; // rows
}

/**
 * Writes everything of one moment into one file, which is complete and on the disk when it has its name: until then
 * it is called `FILE.part`. The server may go on working. @throws what PostgreSQL or the disk says; no file is left then
 */
export async function writeBackup(
  client: Client,
  { file, now, onProgress }: BackupOptions,
): Promise<Manifest> {
  const part = `${file}.part`;
  await client.query('begin isolation level repeatable read read only');
  try {
    const manifest = await writePart(client, { part, now, onProgress: onProgress ?? (() => undefined) });
    await rename(part, file);
    await flushFolder(dirname(file));
    return manifest;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.query('rollback').catch(() => undefined); // a connection that broke has said so already
  }
}

interface PartOptions {
  part: string;
  now: string;
  onProgress: (done: number, total: number) => void;
}

async function writePart(client: Client, { part, now, onProgress }: PartOptions): Promise<Manifest> {
  // it holds names, addresses and the server's keys: for this user's eyes alone
  const gzip = createGzip({ level: 3 });
  const file = createWriteStream(part, { mode: 0o600, flush: true });
  const written = finished(gzip.pipe(file));
  gzip.on('error', (error) => file.destroy(error));
  file.on('error', (error) => gzip.destroy(error));
  const writing = writeFrames(client, gzip, { now, onProgress });
  const [manifest] = await Promise.all([writing, written]).catch((error: unknown) => {
    file.destroy();
    throw error;
  });
  return manifest;
}

async function writeFrames(
  client: Client,
  out: Writable,
  { now, onProgress }: Omit<PartOptions, 'part'>,
): Promise<Manifest> {
  const names = await presentTables(client);
  const total = await countRows(client, names);
  await put(out, frame('G', `ghiseu-backup ${formatVersion}`));
  const tables: BackedUpTable[] = [];
  let done = 0;
  for (const name of names) {
    const table = await writeTable(client, out, name);
    tables.push(table);
    done += table.rows;
    onProgress(done, total);
  }
  const { rows } = await client.query<{ epoch: string }>(`select ${epochSql} as epoch`);
  const manifest: Manifest = {
    format: 'ghiseu-backup',
    version: formatVersion,
    madeAt: now,
    migration: await appliedMigrations(client),
    epoch: rows[0]?.epoch ?? '',
    tables,
  };
  out.end(frame('M', JSON.stringify(manifest)));
  return manifest;
}

async function writeTable(client: Client, out: Writable, name: string): Promise<BackedUpTable> {
  const columns = await columnsOf(client, name);
  await put(out, frame('T', JSON.stringify({ name, columns })));
  const hash = createHash('sha256');
  const copying = client.query(
    copyTo(`copy ${quotedName(name)} (${columns.map(quotedName).join(', ')}) to stdout`),
  );
  let bytes = 0;
  for await (const chunk of copying as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    await put(out, frameHead('R', chunk.length));
    await put(out, chunk);
  }
  return { name, columns, rows: copying.rowCount, bytes, sha256: hash.digest('hex') };
}

/** Writes and waits while the disk is slower than PostgreSQL. */
async function put(out: Writable, bytes: Buffer): Promise<void> {
  if (out.destroyed) throw out.errored ?? new Error('The file was closed while it was written.');
  if (!out.write(bytes)) await once(out, 'drain');
}

/** An older database has not all of the tables yet. */
async function presentTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as t (name) where to_regclass(quote_ident(name)) is not null`,
    [ourTables],
  );
  const present = new Set(rows.map(({ name }) => name));
  return ourTables.filter((name) => present.has(name));
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = to_regclass(quote_ident($1)) and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function countRows(client: Client, names: readonly string[]): Promise<number> {
  const counted = names.map((name) => `(select count(*) from ${quotedName(name)})`).join(' + ');
  const { rows } = await client.query<{ rows: number }>(`select (${counted})::float8 as rows`);
  return rows[0]?.rows ?? 0;
}

/** A name is in its folder for good when the folder is flushed too. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // has no such thing, and keeps names by itself
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

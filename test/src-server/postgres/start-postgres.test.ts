import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { isPostgresAlive, readPostmaster } from '../../../src-server/postgres/postmaster';
import { startPostgres } from '../../../src-server/postgres/start-postgres';
import { temporaryFolder } from './temporary-folder';

// one data folder for all: each test is one more start of the same PostgreSQL
const folder = temporaryFolder();
const cluster = join(folder.path, 'postgres', 'cluster');
afterAll(() => folder.remove());

async function ask(databaseUrl: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

async function startAndDie(): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'start-and-die.ts'), folder.path],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  return said;
}

test('the first start makes a durable database that only this machine and its password reach', async () => {
  const postgres = await startPostgres(folder.path);
  try {
    expect(postgres.takenOver).toBe(false);
    const url = new URL(postgres.databaseUrl);
    expect(url.hostname).toBe('127.0.0.1');
    const setting = async (name: string) => (await ask(postgres.databaseUrl, `show ${name}`))[0];
    expect(await setting('listen_addresses')).toBe('127.0.0.1');
    expect(await setting('fsync')).toBe('on');
    expect(await setting('data_checksums')).toBe('on');
    expect(await setting('server_encoding')).toBe('UTF8');
    expect(await ask(postgres.databaseUrl, "select lower('ȘȚĂ')")).toEqual(['șță']);
    expect(statSync(join(folder.path, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    url.password = 'wrong';
    await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await ask(postgres.databaseUrl, 'create table kept as select 12345 as index');
  } finally {
    await postgres.stop();
  }
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
});

test('a later start keeps what was written', async () => {
  const postgres = await startPostgres(folder.path);
  try {
    expect(await ask(postgres.databaseUrl, 'select index from kept')).toEqual([12345]);
  } finally {
    await postgres.stop();
    await postgres.stop(); // a second time changes nothing
  }
});

test('a PostgreSQL left over by a killed start is taken over, then stopped', async () => {
  const leftOverUrl = await startAndDie();
  const pid = readPostmaster(cluster)?.pid ?? 0;
  expect(isPostgresAlive(pid)).toBe(true);
  const postgres = await startPostgres(folder.path);
  expect(postgres).toMatchObject({ takenOver: true, databaseUrl: leftOverUrl });
  await postgres.stop();
  expect(isPostgresAlive(pid)).toBe(false);
});

test('the file of a PostgreSQL that is no more stops nobody, even when its number is another program now', async () => {
  const stale = [process.pid, cluster, '1', '1', '', '127.0.0.1', '', 'ready   '].join('\n');
  writeFileSync(join(cluster, 'postmaster.pid'), stale);
  const postgres = await startPostgres(folder.path);
  try {
    expect(postgres.takenOver).toBe(false);
    expect(await ask(postgres.databaseUrl, 'select index from kept')).toEqual([12345]);
  } finally {
    await postgres.stop();
  }
});

/** A session that breaks when its server does, as it should. */
async function sessionOf(connectionString: string): Promise<Client> {
  const session = new Client({ connectionString });
  session.on('error', () => undefined);
  await session.connect();
  return session;
}

test('a postmaster killed alone is started anew only when the sessions it left have ended', async () => {
  const first = await startPostgres(folder.path);
  const [holder, session] = [await sessionOf(first.databaseUrl), await sessionOf(first.databaseUrl)];
  await holder.query('select pg_advisory_lock(1)');
  const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
  const busy = session.query('select pg_advisory_lock(1)').catch(() => undefined); // never answered
  process.kill(readPostmaster(cluster)?.pid ?? 0, 'SIGKILL');
  const again = await startPostgres(folder.path);
  try {
    expect(again.takenOver).toBe(false);
    expect(isPostgresAlive(rows[0]?.pid ?? 0)).toBe(false);
    expect(await ask(again.databaseUrl, 'select index from kept')).toEqual([12345]);
  } finally {
    await busy;
    await Promise.all([holder.end(), session.end()]);
    await again.stop();
  }
});

test('a PostgreSQL that does not start is told of in its own words', async () => {
  const conf = join(cluster, 'postgresql.auto.conf');
  writeFileSync(conf, 'no_such_setting = 1\n');
  await expect(startPostgres(folder.path)).rejects.toThrow(
    /PostgreSQL did not start: .*no_such_setting|configuration/,
  );
  writeFileSync(conf, '');
  chmodSync(conf, 0o600);
});

import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, commandProblem, openCluster, passwordOf, superuser } from './cluster';
import { freePort } from './free-port';
import { isAlive, isPostgresAlive, readPostmaster } from './postmaster';

export interface RunningPostgres {
  databaseUrl: string;
  /** Whether a PostgreSQL left over from a killed start was taken over. */
  takenOver: boolean;
  /** Ends it with everything written (fast shutdown) where the disk allows. May be called twice. @throws OperatorProblem */
  stop: () => Promise<void>;
}

const database = 'ghiseu';
const longestStartS = 60; // crash recovery of a large database takes its time
const longestStopS = 20;

/**
 * PostgreSQL in a data folder, made on first use, reachable from this machine alone. PostgreSQL outlives a Node that
 * was killed: one that is left over is attached to, so that no cluster ever has two.
 * @throws OperatorProblem for everything the person at the console can put right
 */
export async function startPostgres(dataFolder: string): Promise<RunningPostgres> {
  const cluster = await openCluster(dataFolder);
  const leftOver = await attach(cluster);
  const port = leftOver ?? (await launch(cluster));
  await ensureDatabase(cluster, port);
  let stopping: Promise<void> | null = null;
  return {
    databaseUrl: urlOf(cluster, port, database),
    takenOver: leftOver !== null,
    stop: () => {
      stopping ??= stop(cluster);
      return stopping;
    },
  };
}

/** The address of the PostgreSQL that runs in a data folder at this moment, whoever started it; null when none does. */
export function runningPostgres(dataFolder: string): string | null {
  const base = join(dataFolder, 'postgres');
  const postmaster = readPostmaster(join(base, 'cluster'));
  if (!postmaster?.ready || !postmaster.port || !isPostgresAlive(postmaster.pid)) return null;
  return urlOf({ passwordFile: join(base, 'password') }, postmaster.port, database);
}

function urlOf(cluster: Pick<Cluster, 'passwordFile'>, port: number, name: string): string {
  return `postgresql://${superuser}:${encodeURIComponent(passwordOf(cluster))}@127.0.0.1:${port}/${name}`;
}

/** The port of a PostgreSQL that runs on this cluster already, or null when none does (any more). */
async function attach(cluster: Cluster): Promise<number | null> {
  const postmaster = readPostmaster(cluster.folder);
  if (!postmaster) return null;
  if (!isPostgresAlive(postmaster.pid)) {
    // A number that is another program's now would keep PostgreSQL from starting. Otherwise the file is left to it: by
    // it PostgreSQL finds sessions that outlive a killed postmaster, and refuses to write beside them.
    if (isAlive(postmaster.pid)) rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
    return null;
  }
  if (postmaster.ready && postmaster.port && (await isOurs(cluster, postmaster.port))) return postmaster.port;
  await stop(cluster); // starting, stopping or not answering: begin anew
  return null;
}

async function isOurs(cluster: Cluster, port: number): Promise<boolean> {
  try {
    const [row] = await ask(urlOf(cluster, port, 'postgres'), 'show data_directory');
    return sameFolder(String(row?.data_directory), cluster.folder);
  } catch {
    return false; // another program on that port, or it is going down: the caller begins anew
  }
}

function sameFolder(a: string, b: string): boolean {
  const [first, second] = [statSync(a), statSync(b)];
  return first.ino === second.ino && first.dev === second.dev;
}

/** Sessions of a postmaster that was killed notice it within moments; until then PostgreSQL refuses to start. */
const orphanTries = 20;
const betweenTriesMs = 500;
const orphansLeft = 'pre-existing shared memory block';

async function launch(cluster: Cluster, tries = 1): Promise<number> {
  const port = await freePort();
  const logged = logSize(cluster);
  const result = await cluster.run(cluster.binaries.pgCtl, [
    'start',
    '--silent',
    '--wait',
    `--timeout=${longestStartS}`,
    `--pgdata=${cluster.folder}`,
    `--log=${cluster.logFile}`,
    `--options=-p ${port}`,
  ]);
  if (result.exitCode === 0) return port;
  const output = result.output + readLogFrom(cluster, logged);
  if (output.includes(orphansLeft) && tries < orphanTries) {
    await setTimeout(betweenTriesMs);
    return launch(cluster, tries + 1);
  }
  throw commandProblem(cluster, { ...result, output }, 'did not start');
}

function logSize(cluster: Cluster): number {
  return statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
}

function readLogFrom(cluster: Cluster, from: number): string {
  return logSize(cluster) > from ? readFileSync(cluster.logFile).subarray(from).toString('utf8') : '';
}

/**
 * Fast shutdown writes everything to its place; a full disk can keep it from ending. Then the immediate one: what was
 * committed is in the log and is put in its place at the next start.
 */
async function stop(cluster: Cluster): Promise<void> {
  const running = readPostmaster(cluster.folder);
  for (const mode of ['fast', 'immediate']) {
    const result = await cluster.run(cluster.binaries.pgCtl, [
      'stop',
      '--silent',
      '--wait',
      `--mode=${mode}`,
      `--timeout=${longestStopS}`,
      `--pgdata=${cluster.folder}`,
    ]);
    if (!running || (await hasEnded(running.pid))) return;
    if (mode === 'immediate') throw commandProblem(cluster, result, 'did not stop');
  }
}

/** `pg_ctl` returns when the pid file is gone; the process follows within moments. */
async function hasEnded(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (!isPostgresAlive(pid)) return true;
    await setTimeout(20);
  }
  return false;
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const url = urlOf(cluster, port, 'postgres');
  const known = await ask(url, `select 1 from pg_database where datname = '${database}'`);
  if (known.length === 0) await ask(url, `create database ${database}`);
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

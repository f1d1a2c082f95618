import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { OperatorProblem } from '../operator-problem';
import { runningPostgres, startPostgres } from '../postgres/start-postgres';
import { lockFolder } from './folder-lock';
import { databaseProblem } from './run-server';
import { Shutdown } from './shutdown';

export interface WantedDatabase {
  /** The data folder, for where DATABASE_URL is not set. */
  data: string;
  /** What the command is called in PostgreSQL's list of connections. */
  command: string;
  /** `shared`: a running server goes on. `alone`: none may run, and an empty folder will do. */
  use: 'shared' | 'alone';
}

/**
 * Does a command's work on the database of DATABASE_URL or of a data folder, whose PostgreSQL is started for the time
 * when it does not run. Ctrl-C breaks the work off and ends what was started. @throws OperatorProblem
 */
export async function withDatabase<T>(
  wanted: WantedDatabase,
  work: (client: Client, url: string) => Promise<T>,
): Promise<T> {
  const shutdown = new Shutdown();
  try {
    const url = process.env.DATABASE_URL || (await ofFolder(wanted, shutdown));
    return await connected(url, wanted.command, work);
  } finally {
    await shutdown.run();
  }
}

async function ofFolder({ data, use }: WantedDatabase, shutdown: Shutdown): Promise<string> {
  const folder = resolve(data);
  if (use === 'shared') {
    if (!existsSync(join(folder, 'postgres', 'cluster', 'PG_VERSION'))) {
      throw new OperatorProblem(
        `There is no database in ${folder}. Name its folder with --data, or set DATABASE_URL.`,
      );
    }
    const running = runningPostgres(folder);
    if (running) return running;
  }
  const lock = await lockFolder(folder);
  await shutdown.add(() => lock.release());
  const postgres = await startPostgres(folder);
  await shutdown.add(() => postgres.stop());
  return postgres.databaseUrl;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function connected<T>(
  url: string,
  command: string,
  work: (client: Client, url: string) => Promise<T>,
): Promise<T> {
  let stopped = false;
  let client: Client | null = null;
  const stop = () => {
    stopped = true;
    (
      client as unknown as { connection: { stream: { destroy(): void } } } | null
    )?.connection.stream.destroy();
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      application_name: `ghiseu ${command}`,
    });
    client.on('error', () => undefined); // the query under way fails with the same
    await client.connect();
    return await work(client, url);
  } catch (error) {
    if (stopped) throw new OperatorProblem('Stopped before it was done; nothing was changed.', error);
    throw error instanceof OperatorProblem ? error : (databaseProblem(url, error) ?? error);
  } finally {
    for (const signal of signals) process.off(signal, stop);
    await client?.end().catch(() => undefined); // it may have broken already
  }
}

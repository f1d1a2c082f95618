import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { restoreBackup } from '../../src-server/backup/restore-backup';
import { writeBackup } from '../../src-server/backup/write-backup';
import { emptyDatabase } from './postgres';

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** A backup of a database as it is now, which can be restored into another one. */
export async function backupOf(url: string, now: string) {
  const folder = await mkdtemp(join(tmpdir(), 'ghiseu-'));
  const file = join(folder, 'early.ghiseu');
  const manifest = await withClient(url, (client) => writeBackup(client, { file, now }));
  return {
    async restored(): Promise<{ url: string; drop: () => Promise<unknown> }> {
      const { url: restored, drop } = await emptyDatabase();
      await withClient(restored, (client) =>
        restoreBackup(client, { file, manifest, now, actor: 'system:test' }),
      );
      return { url: restored, drop };
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

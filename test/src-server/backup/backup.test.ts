import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBackup } from '../../../src-server/backup/check-backup';
import type { Manifest } from '../../../src-server/backup/manifest';
import { applyMigrations, forgetMigrations, knownMigrations } from '../../../src-server/backup/migrations';
import { ourTables } from '../../../src-server/backup/our-tables';
import { restoreBackup } from '../../../src-server/backup/restore-backup';
import { refuseFullDatabase } from '../../../src-server/backup/target';
import { writeBackup } from '../../../src-server/backup/write-backup';
import { connect } from '../../../src-server/db/connect';
import { migrate } from '../../../src-server/db/migrate';
import { emptyDatabase, postgresTargets } from '../../support/postgres';
import { readingSubmission } from '../../support/submission';
import type { NewDatabase } from '../../support/template-databases';
import { startUtility, type Utility } from '../../support/utility';
import type { WorldAccount } from '../../support/world';
import { temporaryFolder } from '../postgres/temporary-folder';

const now = '2026-11-26T08:00:00.000Z';
const actor = 'system:test';

describe.each(postgresTargets())('backup and restore on $name', (target) => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'whole.ghiseu');
  let utility: Utility;
  let manifest: Manifest;

  beforeAll(async () => {
    utility = await startUtility({ target, accountsPerOffice: 20 });
    for (const place of [0, 1, 2]) await submit(place, 240);
    manifest = await withClient(utility.database.url, (client) => writeBackup(client, { file, now }));
  });
  afterAll(async () => {
    await utility.close();
    folder.remove();
  });

  function submit(place: number, index: number) {
    const account = utility.world.accounts[place] as WorldAccount;
    const made = { device: utility.world.counter, account, index, capturedAt: '2026-11-26T07:00:00.000Z' };
    return utility.counter.submitOne(readingSubmission(made));
  }

  async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Every row of every table, as text, without what a restore means to change. */
  async function contents(url: string): Promise<Record<string, string[]>> {
    return withClient(url, async (client) => {
      const found: Record<string, string[]> = {};
      for (const table of ourTables) {
        const { rows } = await client.query(`select t::text as row from ${table} t order by 1`);
        found[table] = rows.map(({ row }) => row);
      }
      delete found.server_state;
      found.audit = (found.audit ?? []).filter((row) => !row.includes('database-restored'));
      return found;
    });
  }

  async function into<T>(work: (empty: NewDatabase) => Promise<T>): Promise<T> {
    const empty = await emptyDatabase(target);
    try {
      return await work(empty);
    } finally {
      await empty.drop();
    }
  }

  const restore = (url: string, from = file, of = manifest) =>
    withClient(url, (client) => restoreBackup(client, { file: from, manifest: of, now, actor }));

  test('what is restored is what was there, under a new epoch, and the next numbers are free', async () => {
    expect(await checkBackup(file)).toEqual(manifest);
    expect(manifest.tables.find(({ name }) => name === 'submissions')?.rows).toBe(3);
    await into(async ({ url }) => {
      await restore(url);
      expect(await contents(url)).toEqual(await contents(utility.database.url));
      const [before, after] = await Promise.all([utility.database.url, url].map(stateOf));
      expect(after).toEqual({ ...before, stored_epoch: expect.not.stringMatching(before.stored_epoch) });
      await withClient(url, (client) =>
        client.query(`insert into audit (at, actor, action, subject) values (now(), 'x', 'x', 'x')`),
      );
    });
  });

  const stateOf = (url: string) =>
    withClient(url, async (client) => (await client.query('select * from server_state')).rows[0]);

  test('a backup made while eight writers commit is of one moment', async () => {
    const snapshot = join(folder.path, 'while-writing.ghiseu');
    const writers = Array.from({ length: 8 }, (_, writer) => submit(4 + writer, 250));
    const [of] = await Promise.all([
      withClient(utility.database.url, (client) => writeBackup(client, { file: snapshot, now })),
      ...writers,
    ]);
    await into(async ({ url }) => {
      await restore(url, snapshot, of); // foreign keys are checked
      const { rows } = await withClient(url, (client) =>
        client.query(`select count(*)::int as lone from submissions s left join verdicts v on v.submission_id = s.id
          where v.submission_id is null`),
      );
      expect(rows).toEqual([{ lone: 0 }]);
    });
  });

  test('a file that was changed or cut anywhere is refused before anything is touched', async () => {
    const whole = readFileSync(file);
    const broken = join(folder.path, 'broken.ghiseu');
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.boolean(), async (where, cut) => {
        const at = Math.floor(where * whole.length);
        const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) bytes.writeUInt8((bytes[at] ?? 0) ^ 0x10, at);
        writeFileSync(broken, bytes);
        if (!cut && at <= 10) return; // gzip's own header holds bytes that mean nothing
        await expect(checkBackup(broken)).rejects.toThrow(broken);
      }),
      { numRuns: 40 },
    );
  });

  test('a row changed under a right checksum of gzip is noticed by the manifest', async () => {
    const altered = join(folder.path, 'altered.ghiseu');
    const content = gunzipSync(readFileSync(file))
      .toString('latin1')
      .replace('Str. Minerului', 'Str. Mineruluy');
    writeFileSync(altered, gzipSync(Buffer.from(content, 'latin1')));
    await expect(checkBackup(altered)).rejects.toThrow('the table accounts is not as it was written');
  });

  test.each([
    ['a text', 'index 240'],
    ['nothing', ''],
    ['another gzip', gzipSync('index 240')],
  ])('%s is no backup', async (_, content) => {
    const other = join(folder.path, 'other');
    writeFileSync(other, content);
    await expect(checkBackup(other)).rejects.toThrow(/is no backup of Ghișeu|is damaged/);
    await expect(checkBackup(join(folder.path, 'none'))).rejects.toThrow('There is no file');
  });

  test('a restore that breaks off leaves everything as it was', async () => {
    await into(async ({ url }) => {
      await restore(url);
      const before = await contents(url);
      const failed = withClient(url, async (client) => {
        const { rows } = await client.query('select pg_backend_pid() as pid');
        const kill = () =>
          withClient(target.url, (other) => other.query(`select pg_terminate_backend($1)`, [rows[0].pid]));
        const kills: Promise<unknown>[] = [];
        const onBytes = () => {
          if (kills.length === 0) kills.push(kill());
        };
        try {
          await restoreBackup(client, { file, manifest, now, actor, onBytes });
        } finally {
          await Promise.all(kills);
        }
      });
      await expect(failed).rejects.toThrow();
      expect(await contents(url)).toEqual(before);
    });
  });

  test('a backup of an older version is brought to this one', async () => {
    const older = join(folder.path, 'older.ghiseu');
    await into(async ({ url }) => {
      const of = await withClient(url, async (client) => {
        await forgetMigrations(client);
        await applyMigrations(client, knownMigrations().slice(0, 1));
        await client.query(`insert into server_state (stored_epoch, token_key) values ('old', 'key')`);
        await client.query(`insert into offices (id, name) values ('uricani', 'Uricani')`);
        return writeBackup(client, { file: older, now });
      });
      expect(of.migration).toBe(1);
      await withClient(url, (client) => restoreBackup(client, { file: older, manifest: of, now, actor }));
      const database = connect(url);
      await migrate(database.pool); // finds nothing left to do
      expect((await database.pool.query('select id from offices')).rows).toEqual([{ id: 'uricani' }]);
      expect(
        (await database.pool.query('select sealing_key from server_state')).rows[0].sealing_key,
      ).toBeTruthy();
      await database.close();
    });
  });

  test('a database that holds something is full, a new one is not', async () => {
    await expect(withClient(utility.database.url, refuseFullDatabase)).rejects.toThrow('is not empty');
    await into(async ({ url }) => {
      await withClient(url, refuseFullDatabase);
      const database = connect(url);
      await migrate(database.pool);
      await database.close();
      await withClient(url, refuseFullDatabase);
    });
  });

  test('nothing is restored under a running server', async () => {
    const before = await contents(utility.database.url);
    await expect(restore(utility.database.url)).rejects.toThrow('Stop every server on it');
    expect(await contents(utility.database.url)).toEqual(before);
  });

  test('a backup that fails leaves no file', async () => {
    const never = join(folder.path, 'never.ghiseu');
    const failed = withClient(utility.database.url, async (client) => {
      const { rows } = await client.query('select pg_backend_pid() as pid');
      const onProgress = () =>
        void utility.database.pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
      await writeBackup(client, { file: never, now, onProgress });
    });
    await expect(failed).rejects.toThrow();
    expect([existsSync(never), existsSync(`${never}.part`)]).toEqual([false, false]);
  });
});

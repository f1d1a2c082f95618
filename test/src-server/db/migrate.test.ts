import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { connect } from '../../../src-server/db/connect';
import { migrate, migrationsFolder } from '../../../src-server/db/migrate';
import { readTokenKey } from '../../../src-server/db/server-state';
import { emptyDatabase } from '../../support/postgres';
import type { NewDatabase } from '../../support/template-databases';

let empty: NewDatabase | undefined;
afterEach(async () => {
  await empty?.drop();
  empty = undefined;
});

test('two servers that start at once on an empty database make its tables and its state once', async () => {
  empty = await emptyDatabase();
  const [first, second] = [connect(empty.url), connect(empty.url)];
  await Promise.all([migrate(first.pool), migrate(second.pool)]);
  expect(await readTokenKey(first.db)).toBe(await readTokenKey(second.db));
  const { rows } = await first.pool.query('select count(*)::int as states from server_state');
  expect(rows).toEqual([{ states: 1 }]);
  await Promise.all([first.close(), second.close()]);
});

test('a later start changes nothing', async () => {
  empty = await emptyDatabase();
  const database = connect(empty.url);
  await migrate(database.pool);
  const key = await readTokenKey(database.db);
  await migrate(database.pool);
  expect(await readTokenKey(database.db)).toBe(key);
  await database.close();
});

test('the migrations are found from a folder below ours, and their absence is said', () => {
  expect(migrationsFolder(join(process.cwd(), 'test', 'src-server'))).toBe(
    join(process.cwd(), 'src-server', 'db', 'migrations'),
  );
  expect(() => migrationsFolder(tmpdir())).toThrow(tmpdir());
});

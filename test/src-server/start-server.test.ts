import { afterEach, beforeEach, expect, test } from 'vitest';
import { routes } from '../../shared/sync/routes';
import { type RunningServer, startServer } from '../../src-server/start-server';
import { testClock } from '../support/clock';
import { headersOf } from '../support/device-client';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { soon } from '../support/soon';
import { openStream } from '../support/stream-client';
import { readingSubmission } from '../support/submission';
import { makeWorld, type World } from '../support/world';

let database: TestDatabase;
let world: World;
let server: RunningServer;
beforeEach(async () => {
  database = await testDatabase();
  world = await makeWorld(database);
  const clock = testClock('2026-11-26T08:00:00.000Z');
  server = await startServer({ databaseUrl: database.url, port: 0, host: '127.0.0.1', clock });
});
afterEach(async () => {
  await server.close();
  await database.drop();
});

test('a server that stops finishes what it was deciding', async () => {
  const stream = await openStream(server.url, world.counter.token);
  const [account] = world.accounts;
  if (!account) throw new Error('no account');
  const blocker = await database.pool.connect();
  await blocker.query('begin');
  await blocker.query('select from accounts where id = $1 for update', [account.id]);
  const made = { device: world.counter, account, index: 240, capturedAt: '2026-11-26T07:00:00.000Z' };
  const reply = fetch(server.url + routes.submissions, {
    method: 'POST',
    headers: { ...headersOf(world.counter.token), 'content-type': 'application/json' },
    body: JSON.stringify({ submissions: [readingSubmission(made)], stillWaiting: 0 }),
  });
  await expect.poll(waiting, soon).toBe(1);
  const closing = server.close();
  await stream.ended;
  await blocker.query('commit');
  blocker.release();
  expect((await (await reply).json()).answers).toMatchObject([{ outcome: 'accepted' }]);
  await closing;
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
});

async function waiting(): Promise<number> {
  const { rows } = await database.pool.query(
    `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}

test('a port in use is said, and nothing is left open', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startServer({ databaseUrl: database.url, port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

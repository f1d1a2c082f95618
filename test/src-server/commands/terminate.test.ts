import { afterEach, beforeEach, expect, test } from 'vitest';
import { routes } from '../../../shared/sync/routes';
import { headersOf } from '../../support/device-client';
import { ghiseuProcess } from '../../support/ghiseu-process';
import { type TestDatabase, testDatabase } from '../../support/postgres';
import { soon } from '../../support/soon';
import { readingSubmission } from '../../support/submission';
import { makeWorld, type World, type WorldAccount } from '../../support/world';

let database: TestDatabase;
let world: World;
let server: Awaited<ReturnType<typeof ghiseuProcess>>;
beforeEach(async () => {
  database = await testDatabase();
  world = await makeWorld(database, { lastPeriod: '2020-10' });
  server = await ghiseuProcess(['serve', '--port', '0'], { DATABASE_URL: database.url });
});
afterEach(async () => {
  await server.kill();
  await database.drop();
});

const isThere = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    () => true,
    () => false,
  );

/** Somebody holds the account's row until `work` has returned. */
async function withRowHeld<T>(accountId: string, work: () => Promise<T>): Promise<T> {
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from accounts where id = $1 for update', [accountId]);
  try {
    return await work();
  } finally {
    await holder.query('commit');
    holder.release();
  }
}

test('a server process that is told to end finishes the request under way, answers it, and exits well', async () => {
  const { place: url } = server;
  const account = world.accounts[0] as WorldAccount;
  const made = { device: world.counter, account, index: 240, capturedAt: '2020-11-26T07:00:00.000Z' };
  let reply: Promise<Response> | null = null;
  let exited: Promise<number | null> | null = null;
  await withRowHeld(account.id, async () => {
    reply = fetch(url + routes.submissions, {
      method: 'POST',
      headers: { ...headersOf(world.counter.token), 'content-type': 'application/json' },
      body: JSON.stringify({ submissions: [readingSubmission(made)], stillWaiting: 0 }),
    });
    await expect.poll(waiting, soon).toBe(1);
    exited = server.stop('SIGTERM');
    await expect.poll(() => isThere(url), soon).toBe(false);
  });
  const answered = (await reply) as Response | null;
  expect(answered?.status).toBe(200);
  expect(await answered?.json()).toMatchObject({ answers: [{ id: expect.any(String) }] });
  expect(await exited).toBe(0);
});

test('a console that is gone does not end the server', async () => {
  server.closeConsole();
  expect(await server.stop('SIGTERM')).toBe(0); // it says that it stops, to nobody
  expect(await isThere(server.place)).toBe(false);
});

async function waiting(): Promise<number> {
  const { rows } = await database.pool.query(
    `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}

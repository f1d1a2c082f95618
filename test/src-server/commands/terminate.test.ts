import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { routes } from '../../../shared/sync/routes';
import { builtServer } from '../../support/built-server';
import { headersOf } from '../../support/device-client';
import { type TestDatabase, testDatabase } from '../../support/postgres';
import { soon } from '../../support/soon';
import { readingSubmission } from '../../support/submission';
import { makeWorld, type World, type WorldAccount } from '../../support/world';

let database: TestDatabase;
let world: World;
let server: ChildProcess;
beforeEach(async () => {
  database = await testDatabase();
  world = await makeWorld(database, { lastPeriod: '2020-10' });
  server = spawn(process.execPath, [builtServer, 'serve', '--port', '0'], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
});
afterEach(async () => {
  server.kill('SIGKILL');
  await database.drop();
});

/** The address it prints when it listens. */
async function listening(): Promise<string> {
  let said = '';
  server.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  const url = () => /Ghișeu serves (\S+)/.exec(said)?.[1] ?? '';
  await expect.poll(url, soon).not.toBe('');
  return url();
}

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
  const url = await listening();
  const account = world.accounts[0] as WorldAccount;
  const made = { device: world.counter, account, index: 240, capturedAt: '2020-11-26T07:00:00.000Z' };
  const exited = once(server, 'exit');
  let reply: Promise<Response> | null = null;
  await withRowHeld(account.id, async () => {
    reply = fetch(url + routes.submissions, {
      method: 'POST',
      headers: { ...headersOf(world.counter.token), 'content-type': 'application/json' },
      body: JSON.stringify({ submissions: [readingSubmission(made)], stillWaiting: 0 }),
    });
    await expect.poll(waiting, soon).toBe(1);
    server.kill('SIGTERM');
    await expect.poll(() => isThere(url), soon).toBe(false);
  });
  const answered = (await reply) as Response | null;
  expect(answered?.status).toBe(200);
  expect(await answered?.json()).toMatchObject({ answers: [{ id: expect.any(String) }] });
  expect(await exited).toEqual([0, null]);
});

test('a console that is gone does not end the server', async () => {
  const url = await listening();
  const exited = once(server, 'exit');
  server.stdout?.destroy();
  server.kill('SIGTERM'); // it says that it stops, to nobody
  expect(await exited).toEqual([0, null]);
  expect(await isThere(url)).toBe(false);
});

async function waiting(): Promise<number> {
  const { rows } = await database.pool.query(
    `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}

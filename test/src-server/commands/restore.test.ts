import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { collectionNames } from '../../../shared/sync/collections';
import type { Greeting } from '../../../shared/sync/device';
import { buildApp } from '../../../src-server/app';
import { run } from '../../../src-server/commands/program';
import { connect, type Database } from '../../../src-server/db/connect';
import { migrate } from '../../../src-server/db/migrate';
import { type RunningPostgres, startPostgres } from '../../../src-server/postgres/start-postgres';
import { testClock } from '../../support/clock';
import { commandWords } from '../../support/commands';
import { deviceClient } from '../../support/device-client';
import { readingSubmission } from '../../support/submission';
import { makeWorld, type World, type WorldAccount } from '../../support/world';
import { temporaryFolder } from '../postgres/temporary-folder';

const folder = temporaryFolder();
const data = join(folder.path, 'server');
const copied = join(folder.path, 'copied');
const file = join(folder.path, 'before.ghiseu');

interface Running {
  postgres: RunningPostgres;
  database: Database;
  app: FastifyInstance;
}

async function start(): Promise<Running> {
  const postgres = await startPostgres(data);
  const database = connect(postgres.databaseUrl);
  await migrate(database.pool);
  return {
    postgres,
    database,
    app: await buildApp({ database, clock: testClock('2026-11-26T08:00:00.000Z') }),
  };
}

async function stop({ postgres, database, app }: Running): Promise<void> {
  await app.close();
  await database.close();
  await postgres.stop();
}

let world: World;

beforeAll(async () => {
  const running = await start();
  world = await makeWorld(running.database, { accountsPerOffice: 15 });
  await stop(running);
  cpSync(data, copied, { recursive: true, preserveTimestamps: true });
}, 60_000);
afterAll(() => folder.remove());
const said = commandWords(() => '');

const ghiseu = (...args: string[]) => run(['node', 'ghiseu', ...args]);

/** A day at the counter: readings are accepted, and everything is pulled. */
async function work({ app }: Running) {
  const client = deviceClient(app, world.counter.token);
  const { epoch } = await client.greet();
  const sent = world.accounts.slice(0, 15).map((account: WorldAccount) =>
    readingSubmission({
      device: world.counter,
      account,
      index: 240,
      capturedAt: '2026-11-26T07:00:00.000Z',
    }),
  );
  const answers = await client.submit(sent);
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  const pulled = await Promise.all(
    collectionNames.map(async (name) => [name, (await client.pullAll(name)).checkpoint] as const),
  );
  const checkpoints: Greeting['checkpoints'] = Object.fromEntries(pulled);
  return { epoch, checkpoints, sent };
}

/** The device comes back, hears of another epoch and offers its journal again. */
async function comeBack(
  { app, database }: Running,
  { epoch, checkpoints, sent }: Awaited<ReturnType<typeof work>>,
) {
  const counted = async () =>
    (await database.pool.query('select count(*)::int as n from verdicts')).rows[0].n;
  expect(await counted()).toBe(0);
  const client = deviceClient(app, world.counter.token);
  const settled = sent.slice(-200).map(({ id }) => id);
  const welcome = await client.greet({ epoch, checkpoints, settled });
  expect(welcome.epoch).not.toBe(epoch);
  const answers = await client.submit(sent);
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  expect(await counted()).toBe(sent.length);
  expect((await client.pullAll('verdicts')).documents).toHaveLength(sent.length);
}

test('after a data folder was copied back, everything that it lost comes back from the device', async () => {
  const before = await start();
  const day = await work(before);
  await stop(before);
  rmSync(data, { recursive: true });
  cpSync(copied, data, { recursive: true, preserveTimestamps: true });
  const after = await start();
  await comeBack(after, day);
  await stop(after);
});

test('after `ghiseu restore` as well, and each command says what it did', async () => {
  rmSync(data, { recursive: true });
  cpSync(copied, data, { recursive: true, preserveTimestamps: true });
  const before = await start();
  expect(await ghiseu('backup', file, '--data', data)).toBe(0); // while the server works
  expect(said.join('\n')).toMatch(/before\.ghiseu: \d+ rows of \d+ tables, \d+ bytes\./);
  const day = await work(before);
  expect(await ghiseu('restore', file, '--data', data, '--replace')).toBe(1);
  expect(said.at(-1)).toMatch('Stop every server on it');
  await stop(before);
  expect(await ghiseu('restore', file, '--data', data)).toBe(1);
  expect(said.at(-1)).toMatch('The database is not empty. With --replace');
  expect(await ghiseu('restore', file, '--data', data, '--replace')).toBe(0);
  expect(said.at(-2)).toMatch(/^A whole backup of .*: 30 accounts, 0 submissions, 1 devices\.$/);
  const after = await start();
  await comeBack(after, day);
  await stop(after);
  expect(existsSync(join(data, 'ghiseu.lock'))).toBe(false);
});

test('a backup is restored on a machine that never had a server', async () => {
  const fresh = join(folder.path, 'fresh');
  expect(await ghiseu('verify', file)).toBe(0);
  expect(said.at(-1)).toMatch('30 accounts');
  expect(await ghiseu('restore', file, '--data', fresh)).toBe(0);
  expect(await ghiseu('backup', join(folder.path, 'again.ghiseu'), '--data', fresh)).toBe(0);
});

test('what cannot be done is said in a sentence', async () => {
  const complaint = async (...args: string[]) => {
    expect(await ghiseu(...args)).toBe(1);
    return said.at(-1);
  };
  expect(await complaint('backup', file, '--data', data)).toMatch('is there already');
  const none = join(folder.path, 'none');
  expect(await complaint('backup', join(folder.path, 'x'), '--data', none)).toMatch(
    'There is no database in',
  );
  expect(existsSync(none)).toBe(false);
  expect(await complaint('backup', join(none, 'x'), '--data', data)).toMatch('cannot be written (ENOENT)');
  expect(await complaint('restore', join(folder.path, 'x'), '--data', data)).toMatch('There is no file');
  writeFileSync(join(folder.path, 'text'), 'index');
  expect(await complaint('verify', join(folder.path, 'text'))).toMatch('is no backup');
  vi.stubEnv('DATABASE_URL', 'postgresql://ghiseu:secret@127.0.0.1:1/utility');
  expect(await complaint('backup', join(folder.path, 'x'))).toMatch(
    'PostgreSQL at 127.0.0.1:1/utility does not answer',
  );
});

import { afterEach, expect, test, vi } from 'vitest';
import { buildApp } from '../../src-server/app';
import { connect } from '../../src-server/db/connect';
import { testClock } from '../support/clock';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { backupOf, withClient } from '../support/restoring';
import { soon } from '../support/soon';
import { startUtility, type Utility } from '../support/utility';

const now = '2026-11-26T08:00:00.000Z';
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const step of undo.splice(0).reverse()) await step();
});

interface Running {
  utility: Utility;
  baseUrl: string;
  device: TestDevice;
}

async function running(): Promise<Running> {
  const utility = await startUtility({ now, accountsPerOffice: 8 });
  undo.push(() => utility.close());
  const baseUrl = await utility.app.listen({ host: '127.0.0.1', port: 0 });
  const machine = new Machine(now);
  machine.enrolAs(utility.world.counter);
  const device = await startDevice({ machine, baseUrl });
  undo.push(() => device.stop());
  await device.synced();
  expect(await device.api.signIn('ana', utility.world.password)).toMatchObject({ outcome: 'signed-in' });
  return { utility, baseUrl, device };
}

async function accepted({ utility, device }: Running, places: number[]): Promise<void> {
  for (const place of places) {
    const { id: accountId = '', meterId = '', lastIndex = 0 } = utility.world.accounts[place] ?? {};
    const entry = { accountId, meterId, entry: String(lastIndex + 10) };
    expect(await device.api.saveReading(entry, [])).toMatchObject({ outcome: 'saved' });
  }
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
}

/** A server on another database, at the address of the first. */
async function servedAgain(url: string, baseUrl: string): Promise<void> {
  const database = connect(url);
  const app = await buildApp({ database, clock: testClock(now), pollMs: 200, coalesceMs: 5, drainMs: 1_000 });
  undo.push(async () => {
    await app.close();
    await database.close();
  });
  await app.listen({ host: '127.0.0.1', port: Number(new URL(baseUrl).port) });
}

async function submissionsIn(url: string): Promise<{ submissions: number; revisions: number }> {
  const counts = `select (select count(*)::int from submissions) as submissions,
    (select count(*)::int from reading_revisions where id not like 'imported-%') as revisions`;
  return withClient(url, async (client) => (await client.query(counts)).rows[0]);
}

async function allBack({ device }: Running, url: string): Promise<void> {
  await vi.waitFor(
    async () => expect(await submissionsIn(url)).toEqual({ submissions: 6, revisions: 6 }),
    soon,
  );
  await device.until('status', null, (status) => status.waiting.submissions === 0 && !status.rebuilding);
  await device.synced();
  expect(await submissionsIn(url)).toEqual({ submissions: 6, revisions: 6 });
}

test('a server restored by our command has back, once, what this device had sent after the backup', async () => {
  const at = await running();
  await accepted(at, [0, 1]);
  const backup = await backupOf(at.utility.database.url, now);
  undo.push(backup.remove);
  await accepted(at, [2, 3, 4, 5]);
  await at.utility.app.close();
  const { url, drop } = await backup.restored();
  undo.push(drop);
  expect(await submissionsIn(url)).toEqual({ submissions: 2, revisions: 2 });
  await servedAgain(url, at.baseUrl);
  await allBack(at, url);
});

test('a database that was copied back without a word to anybody is noticed by the device’s greeting', async () => {
  const at = await running();
  await accepted(at, [0, 1]);
  const { url } = at.utility.database;
  const early = new URL(url);
  early.pathname = `${early.pathname}_early`;
  await at.utility.app.close();
  await copied(url, early);
  await servedAgain(url, at.baseUrl);
  await accepted(at, [2, 3, 4, 5]);
  await undo.pop()?.();
  await servedAgain(early.href, at.baseUrl);
  await allBack(at, early.href);
});

/** The database as its administrator would copy it, under the same cluster and so with the same epoch. */
async function copied(url: string, to: URL): Promise<void> {
  const maintenance = new URL(url);
  const [from, copy] = [maintenance.pathname.slice(1), to.pathname.slice(1)];
  maintenance.pathname = '/postgres';
  await withClient(maintenance.href, async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
    await client.query(`create database ${copy} template ${from}`);
  });
  undo.unshift(() =>
    withClient(maintenance.href, (client) => client.query(`drop database ${copy} with (force)`)),
  );
}

import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PaymentOrderResponse } from '../../../shared/sync/payment-order';
import { routes } from '../../../shared/sync/routes';
import { readEntries } from '../../../src-server/terminal/simulator/memory';
import { headersOf } from '../../support/device-client';
import { ghiseuProcess } from '../../support/ghiseu-process';
import { addKiosk, booksOf, key, orderFor } from '../../support/paying';
import { type TestDatabase, testDatabase } from '../../support/postgres';
import { soon } from '../../support/soon';
import { makeWorld, type World, type WorldAccount } from '../../support/world';
import { temporaryFolder } from '../postgres/temporary-folder';

/* Real processes, killed as the system kills them. */
let database: TestDatabase;
let world: World;
let folder: ReturnType<typeof temporaryFolder>;
let ends: (() => Promise<unknown>)[];
beforeEach(async () => {
  database = await testDatabase();
  world = await makeWorld(database);
  folder = temporaryFolder();
  ends = [];
});
afterEach(async () => {
  await Promise.all(ends.map((end) => end()));
  await database.drop();
  folder.remove();
});

async function started(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const started = await ghiseuProcess(args, env);
  ends.push(started.kill);
  return started;
}

const server = (env: NodeJS.ProcessEnv = {}) =>
  started(['serve', '--port', '0'], { DATABASE_URL: database.url, ...env });

/** A kiosk's exchange, over the network. */
async function exchange(url: string, token: string, body?: object) {
  const headers = { ...headersOf(token), ...(body ? { 'content-type': 'application/json' } : {}) };
  const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
  const reply = await fetch(url, init);
  return PaymentOrderResponse.parse(await reply.json()).order;
}

async function lockWaiters(): Promise<number> {
  const { rows } = await database.pool.query(
    `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}

test('a server killed between the approval and its recording, and the terminal after it: another server settles it once', async () => {
  const account = world.accounts[0] as WorldAccount;
  const memory = join(folder.path, 'terminal.jsonl');
  const simulate = (port: string) =>
    started(['simulate-terminal', '--answer', 'approve', '--memory', memory, '--port', port]);
  const terminal = await simulate('0');
  const kiosk = await addKiosk(database, terminal.place);
  const first = await server();
  const order = orderFor(account);
  expect(await exchange(first.place + routes.paymentOrders, kiosk.token, order)).toMatchObject({
    state: 'open',
  });
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from accounts where id = $1 for update', [account.id]);
  await expect.poll(terminal.said, soon).toContain('approved');
  await expect.poll(lockWaiters, soon).toBe(1); // the server has heard it, and is about to write it down
  await first.kill();
  await terminal.kill();
  await holder.query('commit');
  holder.release();
  expect((await booksOf(database, account)).payments).toEqual([]);

  await simulate(terminal.place.split(':')[1] ?? '');
  const [second, third] = await Promise.all([server(), server()]);
  const at = (place: string) => exchange(place + routes.paymentOrder(order.id), kiosk.token);
  await expect.poll(async () => (await at(second.place)).state, soon).toBe('paid');
  expect(await at(third.place)).toMatchObject({ state: 'paid', id: order.id });
  const books = await booksOf(database, account);
  expect(books).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
  expect(books.payments).toMatchObject([{ id: order.id, method: 'card', paysBani: 4_200 }]);
  expect(readEntries(memory).filter(({ result }) => result.outcome === 'approved')).toHaveLength(1);
}, 180_000);

test('a page of the provider’s process pays through the server’s process, its callback doubled', async () => {
  const account = world.accounts[0] as WorldAccount;
  const page = await started(['simulate-payment-page', '--key', key, '--callbacks', 'double']);
  const { place } = await server({ GHISEU_PAYMENT_PAGE_URL: page.place, GHISEU_PAYMENT_PAGE_KEY: key });
  const kiosk = await addKiosk(database, null);
  const order = orderFor(account, { channel: 'page' });
  const { pageUrl } = await exchange(place + routes.paymentOrders, kiosk.token, order);
  const url = new URL(pageUrl ?? '');
  const following = exchange(`${place}${routes.paymentOrder(order.id)}?waitMs=15000`, kiosk.token);
  await fetch(`${url.origin}${url.pathname}/pay`, { method: 'POST' });
  expect(await following).toMatchObject({ state: 'paid' });
  const taken = () => page.said().match(/callback paid taken/g)?.length;
  await expect.poll(taken, soon).toBe(2);
  expect((await booksOf(database, account)).payments).toMatchObject([{ id: order.id, method: 'online' }]);
  expect(await page.stop()).toBe(0);
}, 120_000);

import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeAccount } from '../../../src-server/accounts/administer';
import { type AppOptions, buildApp } from '../../../src-server/app';
import { revokeDevice } from '../../../src-server/devices/administer';
import { deviceClient } from '../../support/device-client';
import { soon } from '../../support/soon';
import { openStream } from '../../support/stream-client';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount } from '../../support/world';

const never = 3_600_000;
const by = { actor: 'test', now: '2026-11-26T08:00:00.000Z' };

let utility: Utility;
let open: FastifyInstance[];
beforeEach(async () => {
  utility = await startUtility();
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((app) => app.close()));
  await utility.close();
});

/** Another server process on the same PostgreSQL. */
async function process(options: Partial<AppOptions> = {}): Promise<{ app: FastifyInstance; url: string }> {
  const app = await buildApp({ database: utility.database, clock: utility.clock, coalesceMs: 5, ...options });
  open.push(app);
  return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

const accountAt = (officeId: string): WorldAccount => {
  const account = utility.world.accounts.find((each) => each.officeId === officeId);
  if (!account) throw new Error(`no account at ${officeId}`);
  return account;
};

const reading = (index: number) =>
  readingSubmission({
    device: utility.world.counter,
    account: accountAt(petrosani.id),
    index,
    capturedAt: '2026-11-26T07:00:00.000Z',
  });

test('what one process commits pokes the devices of another, by NOTIFY alone', async () => {
  const [first, second] = [await process({ pollMs: never }), await process({ pollMs: never })];
  const other = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  const stream = await openStream(second.url, other.token);
  await deviceClient(first.app, utility.world.counter.token).submitOne(reading(240));
  await expect.poll(() => stream.pokes.flat().toSorted(), soon).toEqual(['accounts', 'readings', 'verdicts']);
  await stream.close();
});

test('a commit that nobody announced is found by the poll', async () => {
  const { url } = await process({ pollMs: 50 });
  const stream = await openStream(url, utility.world.counter.token);
  await closeAccount(utility.database.db, accountAt(petrosani.id).id, by);
  await expect.poll(() => stream.pokes, soon).toEqual([['accounts']]);
  await stream.close();
});

test('many commits become few pokes', async () => {
  const { app, url } = await process({ pollMs: never, coalesceMs: 1_000 });
  const stream = await openStream(url, utility.world.counter.token);
  await deviceClient(app, utility.world.counter.token).submit(
    Array.from({ length: 20 }, (_, n) => reading(240 + n)),
  );
  await expect.poll(() => stream.pokes.flat(), soon).toContain('verdicts');
  expect(stream.pokes.length).toBeLessThan(10);
  await stream.close();
});

test('only devices whose scope changed are poked, a kiosk for no verdict but its own', async () => {
  const { app, url } = await process({ pollMs: never });
  const kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  const away = await addDevice(utility.database, { surface: 'counter', offices: [lupeni] });
  const [atKiosk, atLupeni, atCounter] = [
    await openStream(url, kiosk.token),
    await openStream(url, away.token),
    await openStream(url, utility.world.counter.token),
  ];
  const counter = deviceClient(app, utility.world.counter.token);
  await counter.submitOne(reading(240));
  await expect.poll(() => atKiosk.pokes, soon).toEqual([['accounts', 'readings']]);
  await counter.submitOne(reading(100)); // refused: a verdict, nothing else
  await expect.poll(() => atCounter.pokes, soon).toContainEqual(['verdicts']);
  await deviceClient(app, away.token).submitOne({
    ...readingSubmission({
      device: away,
      account: accountAt(lupeni.id),
      index: 240,
      capturedAt: '2026-11-26T07:00:00.000Z',
    }),
  });
  await expect
    .poll(() => atLupeni.pokes.flat().toSorted(), soon)
    .toEqual(['accounts', 'readings', 'verdicts']);
  expect(atKiosk.pokes).toEqual([['accounts', 'readings']]);
  await Promise.all([atKiosk, atLupeni, atCounter].map((stream) => stream.close()));
});

test('a quiet stream says that it lives, and ends when its device is revoked', async () => {
  const { url } = await process({ heartbeatMs: 30 });
  const device = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  const stream = await openStream(url, device.token);
  await expect
    .poll(() => stream.comments.filter((comment) => comment.includes('heartbeat')).length, soon)
    .toBeGreaterThan(1);
  await revokeDevice(utility.database.db, device.id, by);
  await stream.ended;
});

test('a server that closes ends its streams', async () => {
  const { app, url } = await process();
  const stream = await openStream(url, utility.world.counter.token);
  await app.close();
  await stream.ended;
});

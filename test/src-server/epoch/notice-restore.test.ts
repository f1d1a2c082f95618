import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { collectionNames } from '../../../shared/sync/collections';
import type { Greeting } from '../../../shared/sync/device';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

let utility: Utility;
let device: WorldDevice;
let epoch: string;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 40 });
});
afterAll(() => utility.close());
beforeEach(async () => {
  device = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  epoch = (await utility.client(device).greet()).epoch;
});

const client = () => utility.client(device);

async function everythingPulled(): Promise<Greeting['checkpoints']> {
  const pulled = await Promise.all(
    collectionNames.map(async (name) => [name, (await client().pullAll(name)).checkpoint] as const),
  );
  return Object.fromEntries(pulled);
}

async function submitted(place: number, index: number): Promise<string> {
  const account = utility.world.accounts[place] as WorldAccount;
  const made = { device, account, index, capturedAt: '2026-11-26T07:00:00.000Z' };
  return (await client().submitOne(readingSubmission(made))).id ?? '';
}

/** What a copied-back folder does to the tables, without the folder. */
async function putBack(work: () => Promise<void>): Promise<void> {
  const { pool } = utility.database;
  await pool.query('create table before as select * from change_counters');
  await work();
  await pool.query(
    `delete from changes using before b where changes.scope = b.scope and changes.seq > b.seq`,
  );
  await pool.query(`update change_counters c set seq = b.seq from before b where c.scope = b.scope`);
  await pool.query('drop table before');
}

async function rotations(): Promise<{ device_id: string; detail: { evidence: string } }[]> {
  const { rows } = await utility.database.pool.query(
    `select device_id, detail from audit where action = 'epoch-rotated' and device_id = $1 order by id`,
    [device.id],
  );
  return rows;
}

test('a device that is ahead of our counters proves that the database was put back', async () => {
  let checkpoints: Greeting['checkpoints'] = {};
  await putBack(async () => {
    await submitted(0, 240);
    checkpoints = await everythingPulled();
  });
  const welcome = await client().greet({ epoch, checkpoints });
  expect(welcome.epoch).not.toBe(epoch);
  expect(await rotations()).toMatchObject([
    { device_id: device.id, detail: { evidence: 'proved', from: epoch } },
  ]);
  // another device that noticed the same, and the same one again: the new epoch stays
  expect((await utility.counter.greet({ epoch, checkpoints })).epoch).toBe(welcome.epoch);
  expect((await client().greet({ epoch: welcome.epoch, checkpoints: {} })).epoch).toBe(welcome.epoch);
});

test('of many devices that notice one restore at the same moment one changes the epoch', async () => {
  let checkpoints: Greeting['checkpoints'] = {};
  await putBack(async () => {
    await submitted(1, 240);
    checkpoints = await everythingPulled();
  });
  const greeted = await Promise.all(Array.from({ length: 8 }, () => client().greet({ epoch, checkpoints })));
  expect(new Set(greeted.map((welcome) => welcome.epoch)).size).toBe(1);
  expect(greeted[0]?.epoch).not.toBe(epoch);
  expect(await rotations()).toHaveLength(1);
});

test('a device that pulls before it greets is told the new epoch by the pull', async () => {
  let checkpoints: Greeting['checkpoints'] = {};
  await putBack(async () => {
    await submitted(2, 240);
    checkpoints = await everythingPulled();
  });
  const page = await client().pull('accounts', checkpoints.accounts ?? null);
  expect(page.epoch).not.toBe(epoch);
  expect((await client().greet()).epoch).toBe(page.epoch);
});

test('a device that goes on pulling by numbers of the epoch before does not change it once more', async () => {
  let checkpoints: Greeting['checkpoints'] = {};
  await putBack(async () => {
    await submitted(4, 240);
    checkpoints = await everythingPulled();
  });
  const welcome = await utility.counter.greet({ epoch, checkpoints });
  expect(welcome.epoch).not.toBe(epoch);
  const page = await client().pull('accounts', checkpoints.accounts ?? null);
  expect(page.epoch).toBe(welcome.epoch);
  expect((await client().greet()).epoch).toBe(welcome.epoch);
});

test('a verdict that we do not have any more is noticed where the counters have grown past the device', async () => {
  const settled = [await submitted(3, 240), '019ab000-0000-7000-8000-ffffffffffff'];
  expect((await client().greet({ epoch, settled: settled.slice(0, 1) })).epoch).toBe(epoch);
  const welcome = await client().greet({ epoch, settled });
  expect(welcome.epoch).not.toBe(epoch);
  expect(await rotations()).toMatchObject([{ detail: { evidence: 'told' } }]);
});

test('on its word alone a device changes the epoch once an hour', async () => {
  const invented = { settled: ['019ab000-0000-7000-8000-eeeeeeeeeeee'] };
  const first = await client().greet({ epoch, ...invented });
  expect(first.epoch).not.toBe(epoch);
  expect((await client().greet({ epoch, ...invented })).epoch).toBe(first.epoch); // speaks of an old epoch
  expect((await client().greet({ epoch: first.epoch, ...invented })).epoch).toBe(first.epoch);
  const checkpoints = { accounts: { [`office:${petrosani.id}`]: [9_999_999, 0] } } as const;
  const forged = { epoch: first.epoch, checkpoints: checkpoints as unknown as Greeting['checkpoints'] };
  expect((await client().greet(forged)).epoch).toBe(first.epoch);
  expect(await rotations()).toHaveLength(1);
  const now = utility.clock.now();
  utility.clock.set('2026-11-26T09:01:00.000Z');
  expect((await client().greet({ epoch: first.epoch, ...invented })).epoch).not.toBe(first.epoch);
  utility.clock.set(now);
});

test('a device that greets and pulls while others write is never taken for one that is ahead', async () => {
  const places = Array.from({ length: 24 }, (_, place) => place + 8);
  let writing = places.length;
  const settled: string[] = [];
  const writers = places.map(async (place) => {
    settled.push(await submitted(place, 250));
    writing -= 1;
  });
  while (writing > 0) {
    const checkpoints = await everythingPulled();
    const welcome = await client().greet({ epoch, checkpoints, settled: [...settled] });
    expect(welcome.epoch).toBe(epoch);
  }
  await Promise.all(writers);
  expect(await rotations()).toEqual([]);
});

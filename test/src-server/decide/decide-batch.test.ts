import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideRows } from '../../../src-server/decide/decide-batch';
import { devicesById } from '../../../src-server/devices/calling-device';
import { rowsOf } from '../../support/rows';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import type { WorldAccount } from '../../support/world';

let utility: Utility;
beforeAll(async () => {
  utility = await startUtility();
});
afterAll(() => utility.close());

/** A clock by which each row that is begun takes a second. */
function ticking() {
  const start = Date.parse('2026-11-26T08:00:00.000Z');
  let asked = 0;
  return {
    now: () => new Date(start).toISOString(),
    nowMs: () => {
      asked += 1;
      return start + asked * 1_000;
    },
  };
}

const readings = (count: number) =>
  Array.from({ length: count }, (_, place) =>
    readingSubmission({
      device: utility.world.counter,
      account: utility.world.accounts[0] as WorldAccount,
      index: 240 + place,
      capturedAt: `2026-11-26T07:00:0${place}.000Z`,
    }),
  );

async function decide(rows: readonly unknown[], isAwaited?: () => boolean) {
  const { database, world } = utility;
  const [device] = await devicesById(database, [world.counter.id]);
  if (!device) throw new Error('The world has no counter.');
  const context = { database, clock: ticking(), watch: { changed: () => undefined } };
  return decideRows(context, device, { rows, mostMs: 3_500, ...(isAwaited ? { isAwaited } : {}) });
}

const decided = async (rows: readonly { id: string }[]): Promise<number> => {
  const ids = rows.map(({ id }) => id);
  return (await rowsOf(utility.database)('select from verdicts where submission_id = any($1)', ids)).length;
};

test('each time the same rows come again more of them are decided, until all are answered', async () => {
  const rows = readings(8);
  for (const so of [3, 6]) {
    await expect(decide(rows)).rejects.toThrow(`${so} submissions are decided; send all of them again`);
    expect(await decided(rows)).toBe(so);
  }
  expect((await decide(rows)).map(({ id, outcome }) => [id, outcome])).toEqual(
    rows.map(({ id }) => [id, 'accepted']),
  );
});

test('for a device that has gone nothing more is decided', async () => {
  const rows = readings(3);
  let heard = 0;
  const isAwaited = () => {
    heard += 1;
    return heard <= 2;
  };
  await expect(decide(rows, isAwaited)).rejects.toThrow('2 submissions are decided');
  expect(await decided(rows)).toBe(2);
});

test('other content under a used id is not taken for what is stored, wherever it stands in a request', async () => {
  const [row] = readings(1);
  if (!row) throw new Error('No row was made.');
  await decide([row]);
  const other = { ...row, payload: { ...row.payload, index: 399 } };
  const outcomes = async (rows: unknown[]) => (await decide(rows)).map(({ outcome }) => outcome);
  expect(await outcomes([other, row])).toEqual(['not-recorded', 'accepted']);
  expect(await outcomes([row, other])).toEqual(['accepted', 'not-recorded']);
});

import { expect, test } from 'vitest';
import { officeAtWork } from '../support/office-at-work';

const beganAt = '2026-11-26T08:00:00.000Z';
const minuteMs = 60_000;
const office = officeAtWork({ now: beganAt });

test('what was saved one after another during an outage is not taken for backdated when the first of it arrives', async () => {
  const { utility } = office;
  const { device, machine, cable } = await office.counter(utility.world.counter, 'ana', { now: beganAt });
  const [first, second] = utility.world.accounts;
  if (!first || !second) throw new Error('the world has two accounts');
  const save = (account: typeof first) =>
    device.api.saveReading(
      { accountId: account.id, meterId: account.meterId, entry: String(account.lastIndex + 9) },
      [],
    );

  cable.plugged = false;
  expect(await save(first)).toMatchObject({ outcome: 'saved' });
  await device.until('status', null, ({ connection }) => connection.state === 'offline');
  machine.clock.advance(minuteMs);
  expect(await save(second)).toMatchObject({ outcome: 'saved' });

  machine.clock.advance(10 * minuteMs);
  utility.clock.set('2026-11-26T08:11:00.000Z');
  cable.plugged = true;
  await device.api.syncNow();
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  const { rows } = await utility.database.pool.query(
    'select outcome, review, findings from verdicts order by decided_at',
  );
  expect(rows).toEqual([
    { outcome: 'accepted', review: false, findings: [] },
    { outcome: 'accepted', review: false, findings: [] },
  ]);
});

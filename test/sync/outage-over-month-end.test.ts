import { expect, test } from 'vitest';
import { officeAtWork } from '../support/office-at-work';
import type { Utility } from '../support/utility';

const office = officeAtWork({ now: '2026-12-20T09:00:00.000Z', lastPeriod: '2026-11' });

const counterAt = (now: string) => office.counter(office.utility.world.counter, 'ana', { now });

const entryFor = ({ world }: Utility, index: number) => {
  const [account] = world.accounts;
  if (!account) throw new Error('the world has no account');
  return { accountId: account.id, meterId: account.meterId, entry: String(index) };
};

test('an index made on the 20th is refused on the device, which says when the window opens', async () => {
  const { device } = await counterAt('2026-12-20T09:00:00.000Z');
  expect(await device.api.saveReading(entryFor(office.utility, 240), [])).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'window-closed', nextFrom: '2026-12-25', nextTo: '2026-12-31' }],
  });
});

test('an index saved on the 31st at 23:50 without a network is accepted on the 2nd for December', async () => {
  const { device, machine, cable } = await counterAt('2026-12-20T09:00:00.000Z');
  cable.plugged = false;
  machine.clock.advance(Date.parse('2026-12-31T21:50:00.000Z') - Date.parse('2026-12-20T09:00:00.000Z'));
  const saved = await device.api.saveReading(entryFor(office.utility, 240), []);
  expect(saved).toMatchObject({
    outcome: 'saved',
    submission: { state: 'kept', period: '2026-12', index: 240 },
  });

  machine.clock.advance(Date.parse('2027-01-02T07:00:00.000Z') - Date.parse('2026-12-31T21:50:00.000Z'));
  office.utility.clock.set('2027-01-02T07:00:00.000Z');
  cable.plugged = true;
  await device.api.syncNow();
  const { accountId } = entryFor(office.utility, 240);
  await device.until(
    'account',
    { accountId },
    (view) => view?.meters[0]?.submissions[0]?.state === 'received',
  );
  const { rows } = await office.utility.database.pool.query(
    'select period, index, accepted from reading_revisions where submission_id is not null',
  );
  expect(rows).toEqual([{ period: '2026-12', index: 240, accepted: true }]);
});

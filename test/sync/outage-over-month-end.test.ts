import { afterEach, beforeEach, expect, test } from 'vitest';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { startUtility, type Utility } from '../support/utility';

let utility: Utility;
let baseUrl: string;
const running: TestDevice[] = [];

beforeEach(async () => {
  utility = await startUtility({ now: '2026-12-20T09:00:00.000Z', lastPeriod: '2026-11' });
  baseUrl = await utility.app.listen({ port: 0, host: '127.0.0.1' });
});

afterEach(async () => {
  for (const device of running.splice(0)) await device.stop();
  await utility.close();
});

/** A counter whose network can be unplugged. */
async function counterAt(now: string) {
  const cable = { plugged: true };
  const machine = new Machine(now);
  machine.enrolAs(utility.world.counter);
  const device = await startDevice({
    machine,
    baseUrl,
    fetch: (...request) => (cable.plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
  });
  running.push(device);
  await device.synced();
  await device.api.signIn('ana', utility.world.password);
  return { device, machine, cable };
}

const entryFor = ({ world }: Utility, index: number) => {
  const [account] = world.accounts;
  if (!account) throw new Error('the world has no account');
  return { accountId: account.id, meterId: account.meterId, entry: String(index) };
};

test('an index made on the 20th is refused on the device, which says when the window opens', async () => {
  const { device } = await counterAt('2026-12-20T09:00:00.000Z');
  expect(await device.api.saveReading(entryFor(utility, 240), [])).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'window-closed', nextFrom: '2026-12-25', nextTo: '2026-12-31' }],
  });
});

test('an index saved on the 31st at 23:50 without a network is accepted on the 2nd for December', async () => {
  const { device, machine, cable } = await counterAt('2026-12-20T09:00:00.000Z');
  cable.plugged = false;
  machine.clock.advance(Date.parse('2026-12-31T21:50:00.000Z') - Date.parse('2026-12-20T09:00:00.000Z'));
  const saved = await device.api.saveReading(entryFor(utility, 240), []);
  expect(saved).toMatchObject({
    outcome: 'saved',
    submission: { state: 'kept', period: '2026-12', index: 240 },
  });

  machine.clock.advance(Date.parse('2027-01-02T07:00:00.000Z') - Date.parse('2026-12-31T21:50:00.000Z'));
  utility.clock.set('2027-01-02T07:00:00.000Z');
  cable.plugged = true;
  await device.api.syncNow();
  const { accountId } = entryFor(utility, 240);
  await device.until(
    'account',
    { accountId },
    (view) => view?.meters[0]?.submissions[0]?.state === 'received',
  );
  const { rows } = await utility.database.pool.query(
    'select period, index, accepted from reading_revisions where submission_id is not null',
  );
  expect(rows).toEqual([{ period: '2026-12', index: 240, accepted: true }]);
});

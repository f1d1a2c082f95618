import { afterEach, beforeEach, expect, test } from 'vitest';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { readingSubmission } from '../support/submission';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, type WorldAccount } from '../support/world';

/* A supervisor at a counter asks what arrived from the office's devices. */
const now = '2026-11-26T08:00:00.000Z';

let utility: Utility;
let device: TestDevice;
let plugged: boolean;

beforeEach(async () => {
  utility = await startUtility({ now });
  plugged = true;
  const machine = new Machine(now);
  machine.enrolAs(utility.world.counter);
  device = await startDevice({
    machine,
    baseUrl: await utility.app.listen({ host: '127.0.0.1', port: 0 }),
    fetch: (...request) => (plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
  });
  await device.synced();
});
afterEach(async () => {
  await device.stop();
  await utility.close();
});

const signIn = (userName: string) => device.api.signIn(userName, utility.world.password);

test('a supervisor is named the gaps of another device; without the server that is not known', async () => {
  const other = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  const account = utility.world.accounts[0] as WorldAccount;
  const facts = { device: other, account, index: 240, capturedAt: '2026-11-26T07:00:00.000Z' };
  await utility.client(other).submit([1, 4].map((deviceSeq) => readingSubmission(facts, { deviceSeq })));
  await signIn(utility.world.people.supervisor);
  expect(await device.api.officeDevices()).toMatchObject({
    outcome: 'listed',
    at: now,
    devices: [
      { id: utility.world.counter.id, missing: [] },
      { id: other.id, submissions: 2, missing: [[2, 3]] },
    ],
  });
  plugged = false;
  expect(await device.api.officeDevices()).toEqual({ outcome: 'offline' });
});

test('a clerk is told nothing', async () => {
  await signIn(utility.world.people.clerk);
  const refused = { outcome: 'refused', reason: 'not-a-supervisor' };
  expect(await device.api.officeDevices()).toEqual(refused);
});

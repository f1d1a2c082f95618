import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OfficeDevicesResponse } from '../../../shared/sync/office-devices';
import { routes } from '../../../shared/sync/routes';
import { revokeDevice } from '../../../src-server/devices/administer';
import { headersOf } from '../../support/device-client';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const now = '2026-11-26T08:00:00.000Z';

let utility: Utility;
beforeEach(async () => {
  utility = await startUtility({ now });
});
afterEach(() => utility.close());

const ask = (
  staffId: string = utility.world.people.supervisor,
  { token }: WorldDevice = utility.world.counter,
) =>
  utility.app.inject({
    ...{ method: 'POST', url: routes.officeDevices },
    ...{ headers: headersOf(token), payload: { staffId } },
  });

async function listed(from?: WorldDevice) {
  const reply = await ask(undefined, from);
  expect(reply.statusCode).toBe(200);
  return OfficeDevicesResponse.parse(reply.json()).devices;
}

async function sends(device: WorldDevice, numbers: readonly number[]): Promise<void> {
  const account = utility.world.accounts[0] as WorldAccount;
  const facts = { device, account, index: 240, capturedAt: '2026-11-26T07:00:00.000Z' };
  await utility.client(device).greet();
  await utility.client(device).submit(numbers.map((deviceSeq) => readingSubmission(facts, { deviceSeq })));
}

test('a supervisor is told what arrived from each device of the office, and which numbers are missing', async () => {
  const kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  const broken = await addDevice(utility.database, { surface: 'counter', offices: [petrosani, lupeni] });
  await sends(broken, [1, 2, 5, 6, 10]);
  await utility.client(broken).submit([{ deviceSeq: 8, kind: 'poem' }]);
  await revokeDevice(utility.database.db, broken.id, { actor: 'test', now });
  const devices = await listed();
  expect(devices.map(({ id }) => id).toSorted()).toEqual(
    [broken.id, kiosk.id, utility.world.counter.id].toSorted(),
  );
  expect(devices.find(({ id }) => id === broken.id)).toEqual({
    id: broken.id,
    name: broken.name,
    surface: 'counter',
    offices: [lupeni, petrosani],
    lastContactAt: now,
    revokedAt: now,
    submissions: 5,
    missing: [
      [3, 4],
      [7, 7],
      [9, 9],
    ],
    notRecorded: [8],
  });
  expect(devices.find(({ id }) => id === kiosk.id)).toMatchObject({ submissions: 0, missing: [] });
});

test('another office’s devices are not shown', async () => {
  const elsewhere = await addDevice(utility.database, { surface: 'counter', offices: [lupeni] });
  await sends(elsewhere, [2]);
  expect((await listed()).map(({ id }) => id)).toEqual([utility.world.counter.id]);
  expect((await listed(elsewhere)).map(({ id }) => id)).toEqual([elsewhere.id]);
});

describe('nothing is told', () => {
  test.each(['clerk', 'it', 'dismissed'] as const)('to somebody who is %s', async (who) => {
    const reply = await ask(utility.world.people[who]);
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'not-a-supervisor']);
  });

  test('in the name of a supervisor who has not signed in there', async () => {
    const offices = [petrosani];
    const counter = await addDevice(utility.database, { surface: 'counter', offices, signedIn: false });
    const reply = await ask(utility.world.people.supervisor, counter);
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'not-signed-in']);
  });

  test('at a kiosk', async () => {
    const kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
    expect((await ask(utility.world.people.supervisor, kiosk)).statusCode).toBe(404);
  });

  test('without a device’s token', async () => {
    const payload = { staffId: utility.world.people.supervisor };
    const reply = await utility.app.inject({ method: 'POST', url: routes.officeDevices, payload });
    expect(reply.statusCode).toBe(401);
  });
});

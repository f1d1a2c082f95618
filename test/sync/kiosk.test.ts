import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RegistrationEntry } from '../../src-renderer/data/visit-api';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { dumpOf } from '../support/dump';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../support/world';

const now = '2026-11-26T08:00:00.000Z';
const codes = { clientCode: '7001234', internalCode: '845123' };

let utility: Utility;
let baseUrl: string;
let kiosk: WorldDevice;
let account: WorldAccount;
const running: TestDevice[] = [];

beforeEach(async () => {
  utility = await startUtility({ now });
  account = utility.world.accounts[0] as WorldAccount;
  await utility.database.pool.query(
    'update accounts set client_code = $1, internal_code = $2 where id = $3',
    [codes.clientCode, codes.internalCode, account.id],
  );
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  baseUrl = await utility.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  for (const device of running.splice(0)) await device.stop();
  await utility.close();
});

/** The kiosk, with its network unplugged once it has pulled everything. */
async function unpluggedKiosk() {
  let plugged = true;
  const machine = new Machine(now);
  machine.enrolAs(kiosk);
  const device = await startDevice({
    machine,
    baseUrl,
    fetch: (...request) => (plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
  });
  running.push(device);
  await device.synced();
  plugged = false;
  const plug = async (): Promise<void> => {
    plugged = true;
    await device.api.syncNow();
  };
  return { device, machine, plug };
}

const registration: RegistrationEntry = {
  ...codes,
  email: 'stefan@exemplu.ro',
  phone: '0733 123 456',
  password: 'parola-mea',
  passwordAgain: 'parola-mea',
  identityDocument: null,
};

const answered = (device: TestDevice) =>
  device.until('status', null, ({ waiting }) => waiting.submissions === 0);

test('codes typed while the network is away open the account that they are of, and its index is received later', async () => {
  const { device, plug } = await unpluggedKiosk();
  expect(await device.api.identify({ ...codes, internalCode: '845124' })).toEqual({ outcome: 'wrong' });
  expect(await device.api.identify(codes)).toEqual({
    outcome: 'identified',
    accountId: account.id,
    checkedBy: 'device',
  });
  const { id: accountId, meterId, lastIndex } = account;
  const saved = await device.api.saveReading({ accountId, meterId, entry: String(lastIndex + 11) }, []);
  expect(saved).toMatchObject({ outcome: 'saved', submission: { actorName: null, state: 'kept' } });
  await plug();
  const view = await device.until('account', { accountId }, (seen) => {
    return seen?.meters[0]?.currentSubmission?.state === 'received';
  });
  expect(view?.meters[0]?.current).toMatchObject({ index: lastIndex + 11, source: 'customer' });
});

test('a kiosk of the real server keeps nothing personal: not what it pulled, not what was typed', async () => {
  const { device, machine, plug } = await unpluggedKiosk();
  await device.api.identify(codes);
  const { id: accountId, meterId, lastIndex } = account;
  await device.api.saveReading({ accountId, meterId, entry: String(lastIndex + 11) }, []);
  await device.api.register(registration);
  await plug();
  await answered(device);
  await device.api.endVisit();
  const kept = await dumpOf(machine);
  for (const known of [accountId, 'sealedProof', '"registration"', 'Ț***'])
    expect(kept, `the dump holds ${known}`).toContain(known);
  const personal = {
    phone: '0722000000',
    'typed phone': '0733123456',
    'e-mail': 'client@example.ro',
    'typed e-mail': registration.email,
    'full name': 'Țăranu',
    'internal code': codes.internalCode,
    password: registration.password,
    'password hash': 'argon2id',
    'name of a clerk': 'Ana Pop',
    'name of a supervisor': 'Mihai Ban',
  };
  for (const [what, text] of Object.entries(personal)) expect(kept, what).not.toContain(text);
});

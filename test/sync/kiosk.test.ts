import { beforeEach, expect, test } from 'vitest';
import type { RegistrationEntry } from '../../src-renderer/data/visit-api';
import { contactChangeOf } from '../support/customer';
import type { TestDevice } from '../support/device';
import { dumpOf } from '../support/dump';
import { officeAtWork } from '../support/office-at-work';
import { addDevice, petrosani, type WorldDevice } from '../support/world';

const now = '2026-11-26T08:00:00.000Z';
const codes = { clientCode: '7001234', internalCode: '845123' };

const office = officeAtWork({ now });
let kiosk: WorldDevice;

beforeEach(async () => {
  const { database } = office.utility;
  await database.pool.query('update accounts set client_code = $1, internal_code = $2 where id = $3', [
    codes.clientCode,
    codes.internalCode,
    office.account.id,
  ]);
  kiosk = await addDevice(database, { surface: 'self-service', offices: [petrosani] });
});

/** The kiosk, with its network unplugged once it has pulled everything. */
async function unpluggedKiosk() {
  const place = await office.synced(kiosk);
  place.cable.plugged = false;
  return place;
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
    accountId: office.account.id,
    checkedBy: 'device',
  });
  const { id: accountId, meterId, lastIndex } = office.account;
  const saved = await device.api.saveReading({ accountId, meterId, entry: String(lastIndex + 11) }, []);
  expect(saved).toMatchObject({ outcome: 'saved', submission: { actorName: null, state: 'kept' } });
  await plug();
  const view = await device.until('account', { accountId }, (seen) => {
    return seen?.meters[0]?.currentSubmission?.state === 'received';
  });
  expect(view?.meters[0]?.current).toMatchObject({ index: lastIndex + 11, source: 'customer' });
});

test('a kiosk of the real server keeps nothing personal: not what it pulled, not what was typed', async () => {
  const awaited = { account: office.account, device: office.utility.world.counter, capturedAt: now };
  const byClerk = { ...awaited, staffId: 'ana', identityDocument: 'seen' } as const;
  const another = { email: 'asteapta@posta.example' };
  const asked = await contactChangeOf(office.utility, byClerk, another);
  expect(await office.utility.counter.submitOne(asked)).toMatchObject({ outcome: 'accepted' });
  const { device, machine, plug } = await unpluggedKiosk();
  await device.api.identify(codes);
  const { id: accountId, meterId, lastIndex } = office.account;
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
    'e-mail that waits': another.email,
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

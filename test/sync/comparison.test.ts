import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { collectionNames } from '../../shared/sync/collections';
import { registrationOf } from '../support/customer';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { startUtility, type Utility } from '../support/utility';
import type { WorldAccount } from '../support/world';

const now = '2026-11-26T08:00:00.000Z';
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const step of undo.splice(0).reverse()) await step();
});

async function counterOf(machine: Machine, baseUrl: string, start = {}): Promise<TestDevice> {
  const device = await startDevice({ machine, baseUrl, collections: collectionNames, ...start });
  undo.push(() => device.stop());
  await device.synced();
  return device;
}

async function listening(): Promise<{ utility: Utility; baseUrl: string; machine: Machine }> {
  const utility = await startUtility({ now, accountsPerOffice: 8 });
  undo.push(() => utility.close());
  const machine = new Machine(now);
  machine.enrolAs(utility.world.counter);
  return { utility, machine, baseUrl: await utility.app.listen({ host: '127.0.0.1', port: 0 }) };
}

/** Somebody, or a defect, alters an account under the device's hands. */
async function altered({ indexedDB, prefix }: Machine, accountId: string): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const name = names.find((one) => one.includes(`${prefix}-cache`) && one.endsWith('--accounts')) ?? '';
  const database = new Dexie(name, { indexedDB, IDBKeyRange });
  await database.open();
  await database.table('docs').update(accountId, { serviceAddress: 'Str. Greșită nr. 0' });
  database.close();
}

test('a device that holds what the server has says so, also ten months later', async () => {
  const { utility, baseUrl, machine } = await listening();
  const [account] = utility.world.accounts as [WorldAccount];
  const made = { account, device: utility.world.counter, capturedAt: now, staffId: 'ana' };
  await utility.counter.submitOne(await registrationOf(utility, { ...made, identityDocument: 'seen' }));
  const device = await counterOf(machine, baseUrl);
  const held = await device.until('account', { accountId: account.id });
  expect(held?.account.contact.unconfirmed).toMatchObject({ email: 'ana.pop@exemplu.ro' });
  await device.api.compareNow();
  const { last } = await device.until('comparison', null, ({ running }) => !running);
  expect(last).toMatchObject({ outcome: 'same', at: now });
  expect(last?.collections.map(({ collection }) => collection).toSorted()).toEqual(
    collectionNames.toSorted(),
  );
  expect(last?.collections).toContainEqual({ collection: 'accounts', here: 8, atServer: 8, same: true });
  utility.clock.set('2027-09-26T08:00:00.000Z'); // what is held of billing is older than the history, the link has ended
  machine.clock.set('2027-09-26T08:00:00.000Z');
  await device.api.compareNow();
  expect((await device.until('comparison', null)).last?.outcome).toBe('same');
});

test('a device that holds something else builds its cache anew and then holds the same', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { utility, baseUrl, machine } = await listening();
  const device = await counterOf(machine, baseUrl);
  const accountId = utility.world.accounts[0]?.id ?? '';
  await altered(machine, accountId);
  const address = async () => (await device.until('account', { accountId }))?.account.serviceAddress;
  expect(await address()).toBe('Str. Greșită nr. 0');
  await device.api.compareNow();
  expect(errors.mock.calls.flat().join()).toContain('"accounts"');
  await device.until('comparison', null, ({ last, running }) => !running && last?.outcome === 'same');
  expect(await address()).not.toBe('Str. Greșită nr. 0');
  expect((await device.until('status', null)).rebuilding).toBeNull();
});

test('a device compares once a day: at a start, when the last time is a day ago', async () => {
  const { utility, baseUrl, machine } = await listening();
  let asked = 0;
  const counting: typeof fetch = (input, init) => {
    if (String(input).endsWith('/sync/compare')) asked += 1;
    return fetch(input, init);
  };
  const options = { fetch: counting, deps: { random: () => 0 } };
  const outcome = async (device: TestDevice, after: string) => {
    const view = await device.until('comparison', null, ({ last }) => last !== null && last.at >= after);
    return view.last?.outcome;
  };
  const first = await counterOf(machine, baseUrl);
  await first.api.compareNow();
  await first.stop();
  const sameDay = await counterOf(machine, baseUrl, options);
  expect(await outcome(sameDay, now)).toBe('same');
  expect(asked).toBe(0);
  await sameDay.stop();
  const nextDay = '2026-11-27T08:01:00.000Z';
  utility.clock.set(nextDay);
  machine.clock.advance(Date.parse(nextDay) - Date.parse(now));
  expect(await outcome(await counterOf(machine, baseUrl, options), nextDay)).toBe('same');
  expect(asked).toBeGreaterThan(0);
});

test('without a server a comparison is not finished, and says so', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { utility, baseUrl, machine } = await listening();
  const device = await counterOf(machine, baseUrl);
  await utility.app.close();
  await device.until('status', null, ({ connection }) => connection.state === 'offline');
  await device.api.compareNow();
  expect((await device.until('comparison', null)).last?.outcome).toBe('unfinished');
});

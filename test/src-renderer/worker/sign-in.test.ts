import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { type KeptStore, openKeptStore } from '../../../src-renderer/worker/db/kept-store';
import { counterAtWork, counterOf, restarted, smallUtility } from '../../support/counter';
import { Machine } from '../../support/device';
import { ana } from '../../support/documents';

const day = 24 * 60 * 60_000;

test('the first sign-in on a device needs the server', async () => {
  const server = smallUtility();
  const device = await counterOf(server);
  await device.synced();
  server.goDown();
  expect(await device.api.signIn('ana', server.password)).toEqual({
    outcome: 'refused',
    reason: 'first-sign-in-needs-server',
  });
});

test('after one online sign-in the same person signs in offline, also after a restart, and nobody else', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.goDown();
  const next = await restarted(device, server);
  expect(await next.until('session', null)).toBeNull();
  expect(await next.api.signIn('ana', 'altă parolă')).toMatchObject({ reason: 'wrong-credentials' });
  expect(await next.api.signIn('mihai', server.password)).toMatchObject({
    reason: 'first-sign-in-needs-server',
  });
  expect(await next.api.signIn(' Ana ', server.password)).toEqual({
    outcome: 'signed-in',
    staff: ana,
    offline: true,
  });
  expect(await next.until('session', null, (staff) => staff !== null)).toEqual(ana);
  await next.api.signOut();
  expect(await next.until('session', null, (staff) => staff === null)).toBeNull();
});

test('a disk that is full keeps nobody out whose password fits, with or without the server', async () => {
  const server = smallUtility();
  const machine = new Machine();
  const { indexedDB, prefix } = machine;
  const disk = { full: false };
  const openKept = async (): Promise<KeptStore> => {
    const kept = await openKeptStore(`${prefix}-device`, { indexedDB, IDBKeyRange });
    const put: KeptStore['put'] = (key, value) =>
      disk.full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : kept.put(key, value);
    return { ...kept, put };
  };
  const device = await counterAtWork(server, { machine, deps: { openKept } });
  disk.full = true;
  expect(await device.api.signIn('ana', server.password)).toMatchObject({
    outcome: 'signed-in',
    offline: false,
  });
  server.goDown();
  expect(await device.api.signIn('ana', server.password)).toMatchObject({
    outcome: 'signed-in',
    offline: true,
  });
});

test('the server’s no is a no, also where the device knows an older password', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const old = server.password;
  server.password = 'cea nouă';
  expect(await device.api.signIn('ana', old)).toMatchObject({ reason: 'wrong-credentials' });
  expect(await device.api.signIn('ana', 'cea nouă')).toMatchObject({ outcome: 'signed-in', offline: false });
  server.goDown();
  expect(await device.api.signIn('ana', old)).toMatchObject({ reason: 'wrong-credentials' });
  expect(await device.api.signIn('ana', 'cea nouă')).toMatchObject({ outcome: 'signed-in', offline: true });
});

test('offline sign-in ends after the policy’s days', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.goDown();
  device.machine.clock.advance(7 * day);
  expect(await device.api.signIn('ana', server.password)).toMatchObject({
    outcome: 'signed-in',
    offline: true,
  });
  device.machine.clock.advance(60_000);
  expect(await device.api.signIn('ana', server.password)).toMatchObject({ reason: 'offline-too-long' });
});

test('a person who is disabled is signed out, and does not come back offline', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.put({ staff: [{ ...ana, active: false }] });
  await device.until('session', null, (staff) => staff === null);
  server.goDown();
  expect(await device.api.signIn('ana', server.password)).toMatchObject({ reason: 'staff-disabled' });
});

test('wrong passwords offline wait longer and longer, and a restart does not help', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.goDown();
  for (const _ of [1, 2, 3]) await device.api.signIn('ana', 'ghicit');
  expect(await device.api.signIn('ana', server.password)).toEqual({ outcome: 'locked', retryAfterMs: 5_000 });
  const next = await restarted(device, server);
  expect(await next.api.signIn('ana', server.password)).toMatchObject({ outcome: 'locked' });
  next.machine.clock.advance(5_000);
  expect(await next.api.signIn('ana', 'ghicit')).toMatchObject({ reason: 'wrong-credentials' });
  expect(await next.api.signIn('ana', server.password)).toEqual({ outcome: 'locked', retryAfterMs: 10_000 });
  next.machine.clock.advance(10_000);
  expect(await next.api.signIn('ana', server.password)).toMatchObject({
    outcome: 'signed-in',
    offline: true,
  });
});

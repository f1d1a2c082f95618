import { expect, test, vi } from 'vitest';
import { saveIndex } from '../../../support/counter';
import type { TestDevice } from '../../../support/device';
import { kioskAtWork, kioskUtility, profileOf, signedInAt, token, visitedBy } from '../../../support/kiosk';
import { ScriptedProblem } from '../../../support/scripted-server';

const minute = 60_000;
const renewPath = 'POST /sync/customer/renew';
const tokens = [`${token}-1`, `${token}-2`];

/** A kiosk before which the customer of accounts 1 and 2 has signed in, until 08:15. */
async function signedIn() {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  const asked: unknown[] = [];
  const soon = (ms: number) => new Date(device.machine.clock.wallMs() + ms).toISOString();
  /** Time goes by, here and at the server. */
  const pass = (ms: number): void => {
    device.machine.clock.advance(ms);
    server.now = soon(0);
  };
  server.replies.set(renewPath, (body) => {
    asked.push(body);
    const endsAt = soon(15 * minute);
    return { sessions: ['account-1', 'account-2'].map((accountId) => ({ accountId, endsAt })) };
  });
  return { server, device, asked, soon, pass };
}

const signInOf = async (device: TestDevice) => (await device.until('visit', null))?.signIn;

test('a customer who goes on using the kiosk stays signed in; the server is asked once a minute', async () => {
  const { device, asked, pass } = await signedIn();
  for (let minutes = 0; minutes < 40; minutes += 1) {
    pass(minute / 2);
    await device.api.renewVisit();
  }
  expect(asked).toEqual(Array.from({ length: 20 }, () => ({ tokens })));
  expect(await signInOf(device)).toBe('open');
  expect(await saveIndex(device, 1, 1250)).toMatchObject({ outcome: 'saved' });
});

test('where the server cannot be asked the sign-in ends when it was to end, and that is told two minutes before', async () => {
  const { server, device, pass } = await signedIn();
  server.goDown();
  pass(13 * minute - 1);
  await device.api.renewVisit();
  expect(await signInOf(device)).toBe('open');
  pass(1);
  expect(await signInOf(device)).toBe('ending');
  pass(2 * minute);
  await device.api.renewVisit();
  expect(await signInOf(device)).toBe('over');
});

test('the end of a sign-in is told when it comes, without anybody asking', async () => {
  const { server, device, soon, pass } = await signedIn();
  server.replies.set(renewPath, () => ({
    sessions: [{ accountId: 'account-1', endsAt: soon(2 * minute + 20) }],
  }));
  const told: unknown[] = [];
  const stop = await device.api.watch('visit', null, (visit) => told.push(visit?.signIn));
  await device.api.renewVisit();
  pass(20);
  await vi.waitFor(() => expect(told.at(-1)).toBe('ending'));
  stop();
});

test('a sign-in that the server has ended is over here too, and another one of the visit goes on', async () => {
  const { server, device } = await signedIn();
  server.replies.set(renewPath, () => ({
    sessions: [{ accountId: 'account-2', endsAt: '2026-11-26T08:15:00.000Z' }],
  }));
  await device.api.renewVisit();
  expect(await signInOf(device)).toBe('over');
  await device.api.chooseAccount('account-2');
  expect(await signInOf(device)).toBe('open');
});

test('a visit by codes has no sign-in to end, and asks for nothing', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  await device.api.renewVisit();
  expect(await signInOf(device)).toBeNull();
  expect(server.requests).not.toContain(renewPath);
});

test('who signs in again goes on with the account that was open; the visit was never away', async () => {
  const { server, device, pass } = await signedIn();
  await device.api.chooseAccount('account-2');
  pass(15 * minute);
  const told: unknown[] = [];
  const stop = await device.api.watch('visit', null, (visit) => told.push(visit?.signIn ?? 'nobody'));
  const given: unknown[] = [];
  const session = (number: number) => ({
    token: `fresh-${number}`,
    endsAt: '2026-11-26T08:30:00.000Z',
    profile: profileOf(number),
  });
  server.replies.set('POST /sync/customer/sign-in', (body) => {
    given.push(body);
    return { sessions: [session(1), session(2)] };
  });
  expect(await device.api.signInAgain('parola-mea')).toMatchObject({ outcome: 'signed-in' });
  await vi.waitFor(() => expect(told.at(-1)).toBe('open'));
  expect(told).not.toContain('nobody');
  expect(given).toEqual([{ email: 'stefan@exemplu.ro', password: 'parola-mea' }]);
  expect((await device.until('visit', null))?.accountId).toBe('account-2');
  expect(await saveIndex(device, 2, 1250)).toMatchObject({ outcome: 'saved' });
  stop();
});

test('nobody else comes in where a sign-in has ended', async () => {
  const { server, device, pass } = await signedIn();
  pass(15 * minute);
  server.replies.set('POST /sync/customer/sign-in', () => new ScriptedProblem('wrong-credentials'));
  expect(await device.api.signInAgain('altceva')).toEqual({ outcome: 'wrong' });
  await device.api.endVisit();
  expect(await device.api.signInAgain('parola-mea')).toEqual({ outcome: 'wrong' });
});

test('a password that is right does not open an account that is theirs no more, and that is not called wrong', async () => {
  const { server, device, pass } = await signedIn();
  pass(15 * minute);
  const other = { token: 'of-another', endsAt: '2026-11-26T08:30:00.000Z', profile: profileOf(2) };
  server.replies.set('POST /sync/customer/sign-in', () => ({ sessions: [other] }));
  expect(await device.api.signInAgain('parola-mea')).toEqual({ outcome: 'gone' });
  expect(await signInOf(device)).toBe('over');
  await vi.waitFor(() => expect(server.requests.at(-1)).toBe('POST /sync/customer/sign-out'));
});

import { expect, test, vi } from 'vitest';
import { counterOf, restarted } from '../../../support/counter';
import type { TestDevice } from '../../../support/device';
import { accountDocument } from '../../../support/documents';
import { codesOf, kioskAtWork, kioskUtility, knowsCodes, maskedAccount } from '../../../support/kiosk';
import { ScriptedProblem, type ScriptedServer } from '../../../support/scripted-server';

const wrong = () => new ScriptedProblem('wrong-credentials', 401);
/** Codes of account 1 that do not match, so many times, each after a moment. */
async function mistypes(device: TestDevice, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    device.machine.clock.advance(10_000);
    expect(await device.api.identify(mistyped)).toEqual({ outcome: 'wrong' });
  }
}
const mistyped = { ...codesOf(1), internalCode: '77009' };

const asks = (server: ScriptedServer): number =>
  server.requests.filter((request) => request === 'POST /sync/customer/identify').length;

test('with the server it is the server that knows; codes may be typed with spaces', async () => {
  const { server } = await kioskUtility();
  knowsCodes(server, wrong);
  const device = await kioskAtWork(server);
  expect(await device.until('visit', null)).toBeNull();
  expect(await device.api.identify({ clientCode: ' 100 0001 ', internalCode: '77 001' })).toEqual({
    outcome: 'identified',
    accountId: 'account-1',
    checkedBy: 'server',
  });
  expect(await device.until('visit', null, (visit) => visit !== null)).toEqual({
    accountId: 'account-1',
    shownBy: 'codes',
    signIn: null,
    accountIds: ['account-1'],
    profile: null,
    notices: [],
  });
});

test('the server’s no is a no, also where the twelve bits would fit', async () => {
  const { server } = await kioskUtility();
  server.replies.set('POST /sync/customer/identify', wrong);
  const device = await kioskAtWork(server);
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'wrong' });
  server.replies.set('POST /sync/customer/identify', () => new ScriptedProblem('too-fast', 429, 60_000));
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'locked', retryAfterMs: 60_000 });
});

test('without the server twelve bits tell a typing error, also after a start without a network', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.goDown();
  const next = await restarted(device, server);
  await next.until('kiosk', null, ({ accountsReady, cardTerminal }) => accountsReady && cardTerminal);
  expect(await next.api.identify({ ...codesOf(1), internalCode: '77009' })).toEqual({ outcome: 'wrong' });
  expect(await next.api.identify({ ...codesOf(1), clientCode: '9999999' })).toEqual({ outcome: 'wrong' });
  expect(await next.api.identify({ clientCode: '', internalCode: ' ' })).toEqual({ outcome: 'wrong' });
  expect(await next.api.identify(codesOf(1))).toEqual({
    outcome: 'identified',
    accountId: 'account-1',
    checkedBy: 'device',
  });
});

test('a server in trouble is as good as none, one that does not let the device in is not', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  const answers = (problem: ScriptedProblem) =>
    server.replies.set('POST /sync/customer/identify', () => problem);
  answers(new ScriptedProblem('server-trouble', 503));
  expect(await device.api.identify(codesOf(1))).toMatchObject({ checkedBy: 'device' });
  answers(new ScriptedProblem('unauthenticated', 401));
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'not-possible' });
});

test('before its accounts have arrived a kiosk without the server says that it cannot tell', async () => {
  const { server } = await kioskUtility();
  server.problem = (request) =>
    request.includes('pull/accounts') || request.includes('identify')
      ? { status: 503, code: 'server-trouble' }
      : null;
  const device = await counterOf(server);
  await device.until('kiosk', null, ({ cardTerminal }) => cardTerminal);
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'not-possible' });
});

test('wrong codes lock for the policy’s minutes, then for twice as long; a restart and right codes do not help', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.goDown();
  await mistypes(device, 5);
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'locked', retryAfterMs: 900_000 });
  expect(await device.api.identify(codesOf(2))).toMatchObject({ outcome: 'identified' });
  const next = await restarted(device, server);
  await next.until('kiosk', null, ({ accountsReady }) => accountsReady);
  expect(await next.api.identify(codesOf(1))).toMatchObject({ outcome: 'locked' });
  next.machine.clock.advance(900_000);
  await mistypes(next, 5);
  expect(await next.api.identify(codesOf(1))).toEqual({ outcome: 'locked', retryAfterMs: 1_800_000 });
});

test('whoever knows the codes starts afresh', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.goDown();
  await mistypes(device, 4);
  device.machine.clock.advance(10_000);
  expect(await device.api.identify(codesOf(1))).toMatchObject({ outcome: 'identified' });
  await mistypes(device, 4);
});

test('whoever walks through client codes locks the whole kiosk, whether the server says no or the device', async () => {
  const { server } = await kioskUtility();
  knowsCodes(server, wrong);
  const device = await kioskAtWork(server);
  const guess = (number: number) => device.api.identify({ clientCode: `20${number}`, internalCode: '1' });
  for (let number = 0; number < 10; number += 1) expect(await guess(number)).toEqual({ outcome: 'wrong' });
  server.goDown();
  for (let number = 10; number < 20; number += 1) expect(await guess(number)).toEqual({ outcome: 'wrong' });
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'locked', retryAfterMs: 900_000 });
  device.machine.clock.advance(900_000);
  expect(await device.api.identify(codesOf(1))).toMatchObject({ outcome: 'identified' });
});

test('the third wrong try and each one after it make the next wait longer', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.goDown();
  await mistypes(device, 3);
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'locked', retryAfterMs: 2_000 });
  await mistypes(device, 1);
  expect(await device.api.identify(codesOf(1))).toEqual({ outcome: 'locked', retryAfterMs: 4_000 });
});

test('tries at once are judged one after another', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.goDown();
  const guesses = Array.from({ length: 8 }, (_, place) =>
    device.api.identify({ ...codesOf(1), internalCode: `8800${place}` }),
  );
  const outcomes = (await Promise.all(guesses)).map(({ outcome }) => outcome);
  expect(outcomes).toEqual([...Array(3).fill('wrong'), ...Array(5).fill('locked')]);
});

test('a network that is known to be away is not waited for', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.goDown();
  await device.until('kiosk', null, ({ online }) => online === false);
  const before = asks(server);
  expect(await device.api.identify(codesOf(1))).toMatchObject({ checkedBy: 'device' });
  expect(asks(server)).toBe(before);
});

test('an answer that comes after the visit was ended lets nobody in', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.replies.set('POST /sync/customer/identify', () => {
    void device.api.endVisit();
    return { accountId: 'account-1' };
  });
  const outcome = device.api.identify(codesOf(1));
  expect(await outcome).toEqual({ outcome: 'not-possible' });
  expect(await device.until('visit', null)).toBeNull();
});

test('at a counter nobody begins a visit', async () => {
  const { server } = await kioskUtility();
  server.device = { ...server.device, surface: 'counter' };
  server.put({ accounts: [accountDocument(1)] });
  const device = await kioskAtWork(server);
  expect(await device.api.identify({ clientCode: '1000001', internalCode: 'I1' })).toEqual({
    outcome: 'not-possible',
  });
});

test('a client code is found among those that begin with it, and none of these is taken for it', async () => {
  const { server } = await kioskUtility();
  const longer = Array.from({ length: 20 }, (_, place) =>
    maskedAccount(10 + place, { clientCode: `1000001${place}` }),
  );
  server.put({ accounts: longer });
  const device = await kioskAtWork(server);
  server.goDown();
  expect(await device.api.identify(codesOf(1))).toMatchObject({ accountId: 'account-1' });
  server.remove('accounts', 'account-1');
  server.down = false;
  await device.api.syncNow();
  server.replies.set('POST /sync/customer/identify', () => new ScriptedProblem('server-trouble', 503));
  await vi.waitFor(async () =>
    expect(await device.api.identify(codesOf(1))).not.toMatchObject({ outcome: 'identified' }),
  );
});

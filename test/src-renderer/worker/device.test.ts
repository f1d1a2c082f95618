import { afterEach, expect, test } from 'vitest';
import { Machine, startDevice, type TestDevice } from '../../support/device';
import { accountDocument, ana, historyDocument, policyDocument, verdictOn } from '../../support/documents';
import { ScriptedServer } from '../../support/scripted-server';

const open: TestDevice[] = [];
afterEach(async () => {
  for (const device of open.splice(0)) await device.stop();
});

function smallUtility(): ScriptedServer {
  const server = new ScriptedServer();
  server.put({
    policy: [policyDocument()],
    staff: [ana],
    accounts: [accountDocument(1), accountDocument(2)],
    readings: [historyDocument(1), historyDocument(2)],
  });
  return server;
}

async function counterOf(server: ScriptedServer, machine = new Machine()): Promise<TestDevice> {
  machine.enrolAs(server.device);
  const device = await startDevice({ machine, fetch: server.fetch });
  open.push(device);
  return device;
}

const entry = { accountId: 'account-1', meterId: 'meter-1', entry: '1250' };

test('a machine becomes a device by its code and holds the utility after the first sync', async () => {
  const server = smallUtility();
  const device = await startDevice({ fetch: server.fetch });
  open.push(device);
  expect(await device.until('device', null)).toEqual({ state: 'not-enrolled', lost: null });
  expect(await device.api.enrol('falsch')).toEqual({ outcome: 'refused', reason: 'code-unknown' });
  expect(await device.api.enrol('COD-1')).toMatchObject({ outcome: 'enrolled', device: { id: 'device-1' } });
  await device.synced();
  const view = await device.until('account', { accountId: 'account-1' }, (account) => account !== null);
  expect(view?.account.holderName).toBe('Țăranu Ștefan 1');
  expect(view?.meters[0]?.previous).toEqual({ index: 1234, period: '2026-10', estimated: false });
});

test('an index saved at the counter is sent, answered and received, and is on the screen all the while', async () => {
  const server = smallUtility();
  const device = await counterOf(server);
  await device.synced();
  expect(await device.api.saveReading(entry, [])).toEqual({ outcome: 'not-saved', reason: 'not-signed-in' });
  expect(await device.api.signIn('ana', server.password)).toMatchObject({
    outcome: 'signed-in',
    offline: false,
  });
  const saved = await device.api.saveReading(entry, []);
  expect(saved).toMatchObject({ outcome: 'saved', submission: { period: '2026-11', index: 1250 } });
  const sent = await device.until('account', { accountId: 'account-1' }, (view) => {
    return view?.meters[0]?.currentSubmission?.state === 'sent';
  });
  expect(sent?.meters[0]?.current?.index).toBe(1250);
  const submission = server.received[0]?.[0];
  if (!submission) throw new Error('nothing was sent');
  server.put({ verdicts: [verdictOn(submission)] });
  await device.until('account', { accountId: 'account-1' }, (view) => {
    return view?.meters[0]?.currentSubmission?.state === 'received';
  });
  const status = await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  expect(status.connection).toEqual({ state: 'online' });
});

test('a machine that replaces a lost one counts on from the last number that the server has, after a restart too', async () => {
  const server = smallUtility();
  server.lastSeq = 17;
  const machine = new Machine();
  const before = await startDevice({ machine, fetch: server.fetch });
  open.push(before);
  await before.api.enrol('COD-1');
  await before.synced();
  await before.api.signIn('ana', server.password);
  await before.stop();
  open.splice(0);
  server.goDown();
  const after = await counterOf(server, machine);
  expect(await after.until('notices', null)).toEqual([]); // they were lost elsewhere
  await after.api.signIn('ana', server.password);
  expect(await after.api.saveReading(entry, [])).toMatchObject({ outcome: 'saved' });
  server.down = false;
  await expect.poll(() => server.received.flat().map(({ deviceSeq }) => deviceSeq)).toEqual([18]);
});

test('what was saved while the server was down is there after a restart and is sent when it is back', async () => {
  const server = smallUtility();
  const machine = new Machine();
  const before = await counterOf(server, machine);
  await before.synced();
  await before.api.signIn('ana', server.password);
  server.goDown();
  expect(await before.api.saveReading(entry, [])).toMatchObject({ outcome: 'saved' });
  await before.stop();
  open.splice(0);
  const after = await counterOf(server, machine);
  const offline = await after.until('status', null, ({ connection }) => connection.state === 'offline');
  expect(offline.waiting.submissions).toBe(1);
  expect(await after.api.signIn('ana', 'greșit')).toEqual({
    outcome: 'refused',
    reason: 'wrong-credentials',
  });
  expect(await after.api.signIn('ana', server.password)).toMatchObject({
    outcome: 'signed-in',
    offline: true,
  });
  const view = await after.until('account', { accountId: 'account-1' }, (account) => account !== null);
  expect(view?.meters[0]?.current?.index).toBe(1250);
  server.down = false;
  await expect.poll(() => server.received.flat().map(({ payload }) => payload.index)).toEqual([1250]);
});

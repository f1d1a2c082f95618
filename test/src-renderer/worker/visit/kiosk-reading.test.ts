import { expect, test, vi } from 'vitest';
import { SentinelKeeper } from '../../../../src-renderer/worker/startup/sentinel-keeper';
import { counterOf, saveIndex } from '../../../support/counter';
import { accountDocument, ana, verdictOn } from '../../../support/documents';
import {
  kioskAtWork,
  kioskUtility,
  maskedAccount,
  registrationEntry,
  signedInAt,
  token,
  visitedBy,
} from '../../../support/kiosk';

const notSignedIn = { outcome: 'not-saved', reason: 'not-signed-in' };

test('a customer’s index is their own, and carries the typed code sealed for this submission alone', async () => {
  const { server, opened } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const saved = await saveIndex(device, 1, 1250);
  expect(saved).toMatchObject({
    outcome: 'saved',
    submission: { accountId: 'account-1', actorName: null, holderName: 'Ț*** Ș***', index: 1250 },
  });
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const [sent] = server.received.flat();
  expect(sent).toMatchObject({ actor: { kind: 'customer' }, onBehalfOf: null });
  const { sealedProof, ...payload } = sent?.payload ?? {};
  expect(payload).toEqual({ accountId: 'account-1', meterId: 'meter-1', index: 1250 });
  expect(await opened(sealedProof)).toEqual({
    submissionId: sent?.id,
    proof: { kind: 'codes', internalCode: '77001' },
  });
  const view = await device.until('account', { accountId: 'account-1' }, (seen) => seen !== null);
  expect(view?.meters[0]?.current).toMatchObject({ index: 1250, source: 'customer' });
});

test('after a sign-in the session proves the account', async () => {
  const { server, opened } = await kioskUtility();
  const device = await kioskAtWork(server);
  await signedInAt(server, device);
  await device.api.chooseAccount('account-2');
  await saveIndex(device, 2, 1250);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const proof = await opened(server.received.flat()[0]?.payload.sealedProof);
  expect(proof).toMatchObject({ proof: { kind: 'session', token: `${token}-2` } });
});

test('a customer may not say that a register rolled over', async () => {
  const { server } = await kioskUtility();
  const meter = accountDocument(1).meters[0];
  if (!meter) throw new Error('the account has a meter');
  const latestReadings = meter.latestReadings.map((reading) => ({ ...reading, index: 99_990 }));
  server.put({ accounts: [maskedAccount(1, { meters: [{ ...meter, id: 'meter-9', latestReadings }] })] });
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const entry = { accountId: 'account-1', meterId: 'meter-9', entry: '8' };
  const rolledOver = { findings: [{ code: 'register-rolled-over', byStaff: false }] };
  expect(await device.api.checkEntry(entry)).toMatchObject({ gate: 'blocked', ...rolledOver });
  expect(await device.api.saveReading(entry, ['register-rolled-over'])).toMatchObject({
    outcome: 'blocked',
    ...rolledOver,
  });
});

test('a kiosk takes an index for nobody but who stands before it', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  expect(await saveIndex(device, 1, 1250)).toEqual(notSignedIn);
  await visitedBy(device);
  expect(await saveIndex(device, 2, 1250)).toEqual(notSignedIn);
  const payment = { accountId: 'account-2', invoiceIds: [], amount: '1', method: 'cash' as const };
  expect(await device.api.checkPayment({ ...payment, tendered: '', terminalReference: '' })).toMatchObject({
    findings: [{ code: 'unknown-account' }],
  });
  const other = { accountId: 'account-2', meterId: 'meter-2', entry: '1250' };
  expect(await device.api.checkEntry(other)).toMatchObject({ findings: [{ code: 'unknown-account' }] });
  await device.api.endVisit();
  expect(await saveIndex(device, 1, 1250)).toEqual(notSignedIn);
});

test('without ever having had the server’s key a kiosk saves nothing, and says why', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const mark = vi.spyOn(SentinelKeeper.prototype, 'mark', 'get');
  mark.mockReturnValue({
    ...{ databaseId: 'd', deviceId: 'kiosk-1', sealingKey: null, lastSeq: 0 },
    writtenAt: server.now,
  });
  expect(await saveIndex(device, 1, 1250)).toEqual({ outcome: 'not-saved', reason: 'no-key' });
  mark.mockRestore();
  expect(server.received).toEqual([]);
});

test('a kiosk shows an account to who has shown that it is theirs, until the visit ends', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  const accountId = 'account-1';
  expect(await device.until('account', { accountId })).toBeNull();
  const seen: (string | null)[] = [];
  const stop = await device.api.watch('account', { accountId }, (view) =>
    seen.push(view?.account.holderName ?? null),
  );
  await visitedBy(device);
  await vi.waitFor(() => expect(seen).toEqual([null, 'Ț*** Ș***']));
  await device.api.endVisit();
  await vi.waitFor(() => expect(seen).toEqual([null, 'Ț*** Ș***', null]));
  stop();
});

test('a kiosk finds nobody by name or code, lists no cases, and nobody signs in to work there', async () => {
  const { server } = await kioskUtility();
  server.put({ staff: [ana] });
  const device = await kioskAtWork(server);
  await visitedBy(device);
  await saveIndex(device, 1, 1250);
  for (const text of ['Ț', '1000001', 'minerului'])
    expect(await device.until('search', { text, limit: 10 })).toEqual({ hits: [], more: false });
  expect(await device.until('cases', null)).toEqual([]);
  expect(await device.api.signIn('ana', server.password)).toMatchObject({ outcome: 'refused' });
  expect(await device.until('session', null)).toBeNull();
  expect(server.requests).not.toContain('POST /sync/sign-in');
  expect(server.requests).not.toContain('GET /sync/pull/staff');
});

test('how far a request has come is shown to who stands there, and to nobody else', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  await saveIndex(device, 1, 1250);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const [sent] = server.received.flat();
  if (!sent) throw new Error('nothing was sent');
  server.put({ verdicts: [verdictOn(sent, { accountId: 'account-1' })] });
  const today = { show: 'today' } as const;
  const told = await device.until('submissions', today, ([one]) => one?.state === 'received');
  expect(told).toMatchObject([{ id: sent.id, accountId: 'account-1' }]);
  await device.api.endVisit();
  expect(await device.until('submissions', today)).toEqual([]);
  await visitedBy(device, 2);
  expect(await device.until('submissions', today)).toEqual([]);
});

test('what was refused later is told at the next visit, until the same is asked again', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const saved = await saveIndex(device, 1, 1250);
  if (saved.outcome !== 'saved') throw new Error('not saved');
  await device.api.endVisit();
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const [sent] = server.received.flat();
  if (!sent) throw new Error('nothing was sent');
  const refused = { outcome: 'refused' as const, findings: [{ code: 'codes-mismatch' as const }] };
  server.put({ verdicts: [verdictOn(sent, { accountId: 'account-1', ...refused })] });
  await visitedBy(device, 2);
  expect((await device.until('visit', null, (visit) => visit !== null))?.notices).toEqual([]);
  await visitedBy(device, 1);
  const told = await device.until('visit', null, (visit) => (visit?.notices.length ?? 0) > 0);
  expect(told).toMatchObject({
    accountId: 'account-1',
    notices: [{ state: 'refused', findings: refused.findings }],
  });
  await saveIndex(device, 1, 1251);
  await device.until('visit', null, (visit) => visit?.notices.length === 0);
});

test('a registration that gave way to one made elsewhere is told at the next visit, a reading that did is not', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  expect(await device.api.register(registrationEntry())).toMatchObject({ outcome: 'saved' });
  await visitedBy(device);
  await saveIndex(device, 1, 1250);
  await device.api.endVisit();
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(2));
  const sent = server.received.flat();
  const gaveWay = { accountId: 'account-1', superseded: true };
  server.put({ verdicts: sent.map((one) => verdictOn(one, gaveWay)) });
  await visitedBy(device);
  const told = await device.until('visit', null, (visit) => (visit?.notices.length ?? 0) > 0);
  expect(told?.notices).toMatchObject([{ kind: 'registration', state: 'superseded' }]);
  expect(await device.api.register(registrationEntry())).toMatchObject({ outcome: 'saved' });
  await device.until('visit', null, (visit) => visit?.notices.length === 0);
});

test('what is older than 60 days is told no more', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  await visitedBy(device);
  await saveIndex(device, 1, 1250);
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const [sent] = server.received.flat();
  if (!sent) throw new Error('nothing was sent');
  server.put({ verdicts: [verdictOn(sent, { accountId: 'account-1', outcome: 'held' })] });
  await device.until('visit', null, (visit) => visit?.notices.length === 1);
  await device.api.endVisit();
  device.machine.clock.advance(61 * 24 * 3_600_000);
  await visitedBy(device);
  expect((await device.until('visit', null, (visit) => visit !== null))?.notices).toEqual([]);
});

test('what the kiosk can do is what the server and the policy last said', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  expect(await device.until('kiosk', null, ({ online }) => online === true)).toEqual({
    office: 'Petroșani',
    online: true,
    accountsReady: true,
    billingReady: false, // this device holds none of it
    canSave: true,
    storage: 'ok',
    window: { from: '2026-11-25', to: '2026-11-30' },
    nextWindow: { from: '2026-12-25', to: '2026-12-31' },
    cardTerminal: true,
    paymentPage: false,
    passwordLength: 6,
    invoiceBarcode: '^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$',
    idleSeconds: 60,
    warningSeconds: 30,
  });
  server.goDown();
  await device.until('kiosk', null, ({ online, accountsReady }) => online === false && accountsReady);
});

test('before the server was ever reached the first screen has something to say', async () => {
  const { server } = await kioskUtility();
  server.down = true;
  const device = await counterOf(server);
  expect(await device.until('kiosk', null, ({ online }) => online !== null)).toMatchObject({
    online: false,
    accountsReady: false,
    window: null,
  });
});

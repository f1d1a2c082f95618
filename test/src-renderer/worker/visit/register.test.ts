import { argon2Verify } from 'hash-wasm';
import { expect, test, vi } from 'vitest';
import type { RegistrationSecret } from '../../../../shared/model/customer';
import { counterAtWork, smallUtility } from '../../../support/counter';
import { accountDocument } from '../../../support/documents';
import {
  codesOf,
  kioskAtWork,
  kioskUtility,
  knowsCodes,
  maskedAccount,
  registrationEntry,
  visitedBy,
} from '../../../support/kiosk';
import { ScriptedProblem } from '../../../support/scripted-server';

test('a registration made without the server waits sealed, and carries a hash of the password alone', async () => {
  const { server, opened } = await kioskUtility();
  const device = await kioskAtWork(server);
  server.goDown();
  expect(await device.api.register(registrationEntry())).toMatchObject({
    outcome: 'saved',
    submission: { kind: 'registration', state: 'kept', accountId: 'account-1', actorName: null },
  });
  server.down = false;
  await device.api.syncNow();
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const [sent] = server.received.flat();
  expect(sent).toMatchObject({
    kind: 'registration',
    actor: { kind: 'customer' },
    onBehalfOf: null,
    payload: { accountId: 'account-1', identityDocument: null },
  });
  const { passwordHash, ...secret } = (await opened(sent?.payload.sealed)) as RegistrationSecret;
  expect(secret).toEqual({
    submissionId: sent?.id,
    clientCode: '1000001',
    internalCode: '77001',
    email: 'stefan@exemplu.ro',
    phone: '0722123456',
  });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await argon2Verify({ password: 'parola-mea', hash: passwordHash })).toBe(true);
});

test('while it is typed a kiosk says nothing of codes that do not match, and spends no try', async () => {
  const { server } = await kioskUtility();
  const device = await kioskAtWork(server);
  const entry = registrationEntry({ internalCode: '1', phone: '0722', passwordAgain: 'alta' });
  for (let time = 0; time < 6; time += 1)
    expect(await device.api.checkRegistration(entry)).toEqual([
      { code: 'phone-malformed' },
      { code: 'passwords-differ' },
    ]);
  expect(await device.api.checkRegistration(registrationEntry({ clientCode: '', password: 'abc' }))).toEqual([
    { code: 'field-missing', field: 'clientCode' },
    { code: 'password-too-short', least: 6 },
    { code: 'passwords-differ' },
  ]);
  expect(await device.api.register(entry)).toMatchObject({ outcome: 'blocked' });
  expect(await device.api.register(registrationEntry())).toMatchObject({ outcome: 'saved' });
});

test('wrong codes are refused without saying which, and lock like those at the entrance', async () => {
  const { server } = await kioskUtility();
  knowsCodes(server, () => new ScriptedProblem('wrong-credentials', 401));
  const device = await kioskAtWork(server);
  const mistyped = registrationEntry({ internalCode: '77009' });
  const refused = { outcome: 'blocked', findings: [{ code: 'codes-mismatch' }] };
  for (let time = 0; time < 5; time += 1) {
    device.machine.clock.advance(10_000);
    expect(await device.api.register(mistyped)).toEqual(refused);
  }
  expect(await device.api.register(registrationEntry())).toMatchObject({ outcome: 'locked' });
  expect(await device.api.identify(codesOf(1))).toMatchObject({ outcome: 'locked' });
});

test('in a visit by codes they need not be typed again, nor asked for again', async () => {
  const { server, opened } = await kioskUtility();
  knowsCodes(server, () => new ScriptedProblem('wrong-credentials', 401));
  const device = await kioskAtWork(server);
  await visitedBy(device);
  const entry = registrationEntry({ clientCode: '', internalCode: '' });
  expect(await device.api.checkRegistration(entry)).toEqual([]);
  expect(await device.api.register(entry)).toMatchObject({ outcome: 'saved' });
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  const secret = await opened(server.received.flat()[0]?.payload.sealed);
  expect(secret).toMatchObject(codesOf(1));
  expect(server.requests.filter((request) => request.endsWith('/identify'))).toHaveLength(1);
});

test('an account that has a login already refuses a second one, but only to who knows its codes', async () => {
  const { server } = await kioskUtility();
  server.put({ accounts: [maskedAccount(1, { registered: true })] });
  const device = await kioskAtWork(server);
  const taken = { outcome: 'blocked', findings: [{ code: 'already-registered' }] };
  expect(await device.api.checkRegistration(registrationEntry())).toEqual([]);
  expect(await device.api.register(registrationEntry())).toEqual(taken);
  expect(await device.api.register(registrationEntry({ internalCode: '77009' }))).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'codes-mismatch' }],
  });
});

test('at a counter the clerk has seen a document, and the codes are the account’s own', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  const entry = registrationEntry({ internalCode: 'I1', identityDocument: 'seen' });
  expect(await device.api.checkRegistration({ ...entry, identityDocument: null })).toEqual([
    { code: 'identity-not-seen' },
  ]);
  expect(await device.api.register({ ...entry, internalCode: 'I2' })).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'codes-mismatch' }],
  });
  expect(await device.api.register(entry)).toMatchObject({ outcome: 'saved' });
  await vi.waitFor(() => expect(server.received.flat()).toHaveLength(1));
  expect(server.received.flat()[0]).toMatchObject({
    actor: { kind: 'staff', staffId: 'staff-ana' },
    onBehalfOf: 'account-1',
    payload: { identityDocument: 'seen' },
  });
  server.put({ accounts: [accountDocument(1, { registered: true })] });
  await device.until('account', { accountId: 'account-1' }, (view) => view?.account.registered === true);
  expect(await device.api.checkRegistration(entry)).toEqual([]); // a forgotten password: the new one replaces it
  await device.api.signOut();
  expect(await device.api.register(entry)).toEqual({ outcome: 'not-saved', reason: 'not-signed-in' });
});

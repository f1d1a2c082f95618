import { expect, test, vi } from 'vitest';
import { counterAtWork, restarted, saveIndex } from '../../../support/counter';
import { startDevice } from '../../../support/device';
import { ana } from '../../../support/documents';
import { dumpOf } from '../../../support/dump';
import {
  codesOf,
  kioskAtWork,
  kioskUtility,
  knowsCodes,
  registrationEntry,
  signedInAt,
  token,
  visitedBy,
} from '../../../support/kiosk';
import { ScriptedProblem } from '../../../support/scripted-server';

/** What people typed, and what the server told of them. */
const personal = {
  phone: '0722123456',
  'phone as typed': '0722 123 456',
  'new phone': '0733999888',
  'e-mail': 'stefan@exemplu.ro',
  'new e-mail': 'alta.adresa@exemplu.ro',
  'full name': 'Țăranu',
  'internal code': codesOf(1).internalCode,
  'mistyped code': '77009',
  password: 'parola-mea',
  'password hash': 'argon2id',
  'session token': token,
  'name of a clerk': ana.displayName,
};

test('a kiosk keeps nothing personal in clear: not after visits, an index, a registration or a change of contact', async () => {
  const { server } = await kioskUtility();
  server.put({ staff: [ana] });
  knowsCodes(server, () => new ScriptedProblem('wrong-credentials', 401));
  const device = await kioskAtWork(server);
  await visitedBy(device);
  expect(await saveIndex(device, 1, 1250)).toMatchObject({ outcome: 'saved' });
  await device.api.signIn('ana', server.password);
  await signedInAt(server, device);
  server.goDown();
  const contact = { accountId: 'account-1', phone: personal['new phone'], email: personal['new e-mail'] };
  const changed = await device.api.changeContact({
    ...contact,
    invoiceByEmail: true,
    identityDocument: null,
  });
  expect(changed).toMatchObject({ outcome: 'saved' });
  await device.api.identify({ ...codesOf(1), internalCode: personal['mistyped code'] });
  await visitedBy(device);
  expect(await saveIndex(device, 1, 1251)).toMatchObject({ outcome: 'saved' });
  await device.api.endVisit();
  expect(await device.api.register(registrationEntry())).toMatchObject({ outcome: 'saved' });
  const next = await restarted(device, server);
  await next.until('kiosk', null, ({ accountsReady }) => accountsReady);
  await next.api.identify(codesOf(1));
  await next.stop();

  const kept = await dumpOf(device.machine);
  for (const known of ['account-1', '"registration"', '"contact-change"', 'sealedProof', 'wrong-tries'])
    expect(kept, `the dump holds ${known}`).toContain(known);
  for (const [what, text] of Object.entries(personal)) expect(kept, what).not.toContain(text);
});

test('a counter that becomes a kiosk forgets who worked at it', async () => {
  const { server } = await kioskUtility();
  const kiosk = server.device;
  server.device = { ...kiosk, surface: 'counter' };
  server.put({ staff: [ana] });
  const counter = await counterAtWork(server);
  expect(await dumpOf(counter.machine)).toContain(ana.displayName);
  server.device = kiosk;
  server.scopeVersion = 'scope-2';
  await counter.stop();
  const device = await startDevice({ machine: counter.machine, fetch: server.fetch });
  await device.until(
    'device',
    null,
    (state) => state.state === 'ready' && state.device.surface !== 'counter',
  );
  await vi.waitFor(async () => expect(await dumpOf(device.machine)).not.toContain(ana.displayName), 10_000);
  await device.stop();
});

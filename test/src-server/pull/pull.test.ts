import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectionNames, pulledCollections } from '../../../shared/sync/collections';
import { PROTOCOL_VERSION, protocolHeader } from '../../../shared/sync/protocol';
import { routes } from '../../../shared/sync/routes';
import { closeAccount, moveAccount } from '../../../src-server/accounts/administer';
import { customerReading } from '../../support/customer';
import { headersOf } from '../../support/device-client';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, lupeni, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const by = { actor: 'test', now: '2026-11-26T08:00:00.000Z' };

let utility: Utility;
let kiosk: WorldDevice;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 30 });
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
});
afterAll(() => utility.close());

const accountsOf = (officeId: string) =>
  utility.world.accounts.filter((account) => account.officeId === officeId);
const idsOf = (documents: { id: string }[]) => documents.map(({ id }) => id).toSorted();
const newDevice = (offices = [petrosani]) => addDevice(utility.database, { surface: 'counter', offices });

test('every document of every collection parses by its shared schema', async () => {
  const [account] = accountsOf(petrosani.id) as [WorldAccount];
  const made = { account, index: 240, capturedAt: '2026-11-26T07:00:00.000Z' };
  await utility.counter.submitOne(readingSubmission({ ...made, device: utility.world.counter }));
  await utility.client(kiosk).submitOne(await customerReading(utility, { ...made, device: kiosk }));
  for (const client of [utility.counter, utility.client(kiosk)]) {
    for (const name of collectionNames) {
      const { documents } = await client.pullAll(name);
      for (const document of documents) expect(pulledCollections[name].parse(document)).toEqual(document);
      if (name !== 'staff') expect(documents.length, name).toBeGreaterThan(0);
    }
  }
});

test('a counter gets its own office and nothing of the others', async () => {
  const { documents } = await utility.counter.pullAll('accounts');
  expect(idsOf(documents)).toEqual(idsOf(accountsOf(petrosani.id)));
  const readings = await utility.counter.pullAll('readings');
  expect(idsOf(readings.documents)).toEqual(accountsOf(petrosani.id).map(({ meterId }) => meterId));
});

test('the month after an estimate, consumption and usual consumption come from the shared rules', async () => {
  const account = accountsOf(petrosani.id)[1] as WorldAccount;
  const accounts = (await utility.counter.pullAll('accounts')).documents;
  expect(accounts.find(({ id }) => id === account.id)).toMatchObject({ meters: [{ usualM3: 10 }] });
  const readings = (await utility.counter.pullAll('readings')).documents;
  const months = readings.find(({ id }) => id === account.meterId)?.months as { consumptionM3: number }[];
  expect(months.map(({ consumptionM3 }) => consumptionM3)).toEqual(Array(13).fill(10));
});

test('pages are full until nothing is left, also across scopes and filtered rows', async () => {
  await moveAccount(
    utility.database.db,
    { accountId: (accountsOf(lupeni.id)[4] as WorldAccount).id, toOfficeId: petrosani.id },
    by,
  );
  const device = await newDevice([petrosani, lupeni]);
  const client = utility.client(device);
  for (const limit of [1, 7, 30, 60]) {
    const seen = new Set<string>();
    for (let checkpoint = null; ; ) {
      const page = await client.pull('accounts', checkpoint, limit);
      expect(new Set(idsOf(page.documents)).size).toBe(page.documents.length);
      for (const { id } of page.documents) seen.add(id);
      checkpoint = page.checkpoint as never;
      if (page.documents.length < limit) break;
    }
    expect(seen.size).toBe(utility.world.accounts.length);
  }
});

test('nothing is pulled twice when nothing changed', async () => {
  for (const name of collectionNames) {
    const { checkpoint } = await utility.counter.pullAll(name);
    expect((await utility.counter.pull(name, checkpoint)).documents).toEqual([]);
  }
});

test('a moved account leaves the old office with a tombstone and comes to the new one', async () => {
  const account = accountsOf(petrosani.id)[9] as WorldAccount;
  const [from, to] = [utility.client(await newDevice()), utility.client(await newDevice([lupeni]))];
  const names = ['accounts', 'readings', 'invoices', 'payments'] as const;
  const before = await Promise.all(names.map((name) => from.pullAll(name)));
  const beforeTo = await Promise.all(names.map((name) => to.pullAll(name)));
  await moveAccount(utility.database.db, { accountId: account.id, toOfficeId: lupeni.id }, by);
  for (const [place, name] of names.entries()) {
    const left = await from.pull(name, before[place]?.checkpoint ?? null);
    expect(left.documents, name).toEqual([{ id: expect.any(String), _deleted: true }]);
    const come = await to.pull(name, beforeTo[place]?.checkpoint ?? null);
    expect(idsOf(come.documents), name).toEqual(idsOf(left.documents));
    expect(come.documents[0]).not.toHaveProperty('_deleted');
  }
});

test('an account that moved between two offices of one device is never deleted there', async () => {
  const account = accountsOf(petrosani.id)[12] as WorldAccount;
  const client = utility.client(await newDevice([petrosani, lupeni]));
  const { checkpoint } = await client.pullAll('accounts');
  await moveAccount(utility.database.db, { accountId: account.id, toOfficeId: lupeni.id }, by);
  const { documents } = await client.pull('accounts', checkpoint);
  expect(documents).toMatchObject([{ id: account.id, officeId: lupeni.id }]);
});

test('a first pull names no document that the device never held', async () => {
  const account = accountsOf(petrosani.id)[15] as WorldAccount;
  await moveAccount(utility.database.db, { accountId: account.id, toOfficeId: lupeni.id }, by);
  const { documents } = await utility.client(await newDevice()).pullAll('accounts');
  expect(documents.some((document) => '_deleted' in document)).toBe(false);
});

test('an account closed during a first pull is delivered closed', async () => {
  const client = utility.client(await newDevice());
  const page = await client.pull('accounts', null, 5);
  const account = page.documents[0] as { id: string };
  await closeAccount(utility.database.db, account.id, by);
  const rest = await client.pullAll('accounts', page.checkpoint);
  expect(rest.documents.find(({ id }) => id === account.id)).toMatchObject({ status: 'closed' });
});

test("invoices that are paid and older than the policy's months stay on the server", async () => {
  const [account] = accountsOf(petrosani.id) as [WorldAccount];
  const client = utility.client(await newDevice());
  await utility.database.pool.query(
    `update invoices set outstanding_bani = 0, issued_on = '2026-01-05' where account_id = $1`,
    [account.id],
  );
  await utility.database.pool.query(
    `update payments set paid_at = '2026-01-05T10:00Z' where account_id = $1`,
    [account.id],
  );
  const invoices = (await client.pullAll('invoices')).documents;
  const payments = (await client.pullAll('payments')).documents;
  expect(invoices.some(({ accountId }) => accountId === account.id)).toBe(false);
  expect(payments.some(({ accountId }) => accountId === account.id)).toBe(false);
  expect(invoices.length).toBeGreaterThan(20);
});

test('a kiosk holds masked names, no name key, no contact, three hex digits of the code, its own verdicts and no staff', async () => {
  const client = utility.client(kiosk);
  const { documents } = await client.pullAll('accounts');
  expect(documents.length).toBeGreaterThan(20);
  for (const document of documents) {
    expect(document).toMatchObject({
      holderName: expect.stringMatching(/^Ț\*{3} Ș\*{3} \d\*{3}$/),
      nameKey: '',
      internalCode: expect.stringMatching(/^[0-9a-f]{3}$/),
      contact: { phone: null, email: null, invoiceByEmail: false, unconfirmed: null },
      emailKnown: true,
      registered: false,
    });
  }
  const held = JSON.stringify(documents);
  for (const { holderName, internalCode } of utility.world.accounts) {
    expect(held).not.toContain(holderName);
    expect(held).not.toContain(internalCode);
  }
  expect(held).not.toMatch(/0722000000|client@example/);
  expect((await client.pullAll('staff')).documents).toEqual([]);
  const verdicts = (await client.pullAll('verdicts')).documents;
  expect(verdicts.map(({ deviceId }) => deviceId)).toEqual([kiosk.id]);
});

test('the greeting says who the device is and how much there is to pull', async () => {
  const device = await newDevice();
  const client = utility.client(device);
  const welcome = await client.greet();
  expect(welcome.device).toEqual({
    id: device.id,
    name: device.name,
    surface: 'counter',
    offices: [petrosani],
  });
  for (const name of collectionNames) {
    expect(welcome.counts[name], name).toBe((await client.pullAll(name)).documents.length);
  }
  expect(welcome.epoch).toMatch(/^[0-9a-f-]{36}\.\d+\.1$/);
});

test('an older device is told to update before it pulls, and its submissions are taken all the same', async () => {
  const [account] = accountsOf(petrosani.id) as [WorldAccount];
  const headers = {
    ...headersOf(utility.world.counter.token),
    [protocolHeader]: String(PROTOCOL_VERSION - 1),
  };
  const pull = await utility.app.inject({ url: routes.pull('policy'), query: { limit: '1' }, headers });
  expect(pull.statusCode).toBe(426);
  expect(pull.json()).toMatchObject({ code: 'protocol-too-old', status: 426 });
  const made = { device: utility.world.counter, account, index: 241, capturedAt: '2026-11-26T07:30:00.000Z' };
  const payload = { submissions: [readingSubmission(made)], stillWaiting: 0 };
  const sent = await utility.app.inject({ method: 'POST', url: routes.submissions, payload, headers });
  expect(sent.statusCode).toBe(200);
});

test.each(['{', '{"a":[1]}', '[]', '{"a":[-1,0]}'])(
  'the checkpoint %s is none of ours',
  async (checkpoint) => {
    const reply = await utility.app.inject({
      url: routes.pull('policy'),
      query: { limit: '1', checkpoint },
      headers: headersOf(utility.world.counter.token),
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'bad-request' });
  },
);

import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoCustomerPassword } from '../../../src-server/demo/demo-customers';
import { type DemoWishes, type PreparedDemo, prepareDemo } from '../../../src-server/demo/prepare-demo';
import { passwordMatches } from '../../../src-server/people/passwords';
import { readChangePage } from '../../../src-server/pull/change-page';
import { type TestDatabase, testDatabase } from '../../support/postgres';
import { november } from './demo-plan';

const tables = [
  'accounts',
  'meters',
  'reading_revisions',
  'invoices',
  'invoice_lines',
  'payments',
  'payment_allocations',
];

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const prepare = (on: TestDatabase, wishes: Partial<DemoWishes> = {}) =>
  prepareDemo(on, { accounts: 60, seed: 7, strictWindow: false, now: november, ...wishes });

async function rows(of: TestDatabase, query: string): Promise<Record<string, unknown>[]> {
  return (await of.pool.query(query)).rows;
}

const contentOf = (of: TestDatabase) =>
  Promise.all(
    tables.map((table) => rows(of, `select md5(string_agg(t::text, '' order by t::text)) from ${table} t`)),
  );

test('two databases filled from one seed hold the same rows', async () => {
  const other = await testDatabase();
  try {
    await prepare(database);
    await prepare(other);
    expect(await contentOf(other)).toEqual(await contentOf(database));
    expect((await rows(database, 'select count(*)::int from accounts'))[0]?.count).toBe(60);
  } finally {
    await other.drop();
  }
});

test('every row refers to one that is there', async () => {
  await prepare(database);
  const references = await rows(
    database,
    `select child.relname as child, parent.relname as parent, a.attname as "column", b.attname as key
     from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
     where c.contype = 'f'`,
  );
  expect(references.length).toBeGreaterThan(10);
  for (const { child, parent, column, key } of references) {
    const orphans = await rows(
      database,
      `select ${column} from ${child} where ${column} is not null and ${column} not in (select ${key} from ${parent})`,
    );
    expect(orphans, `${child}.${column}`).toEqual([]);
  }
});

test('some houses are registered, and there is somebody to be at the kiosk', async () => {
  const { customers } = await prepareDemo(database, {
    accounts: 300,
    seed: 7,
    strictWindow: false,
    now: november,
  });
  const registered = await rows(
    database,
    `select a.office_id, count(*)::int from customer_logins l join accounts a on a.id = l.account_id
     where a.dwelling = 'house' and l.email = a.email and l.email_confirmed_at is not null group by 1`,
  );
  expect(registered.map(({ office_id }) => office_id).toSorted()).toEqual(['lupeni', 'petrosani']);
  expect(Math.max(...registered.map(({ count }) => Number(count)))).toBe(3);
  const codes = {
    clientCode: expect.stringMatching(/^\d{8}$/),
    internalCode: expect.stringMatching(/^\d{5,6}$/),
  };
  expect(customers).toEqual({
    house: codes,
    apartment: codes,
    email: expect.stringMatching(/@posta\.example$/),
  });
  const [login] = await rows(
    database,
    `select password_hash from customer_logins where email = '${customers.email}'`,
  );
  expect(await passwordMatches(demoCustomerPassword, String(login?.password_hash))).toBe(true);
});

test('a later start keeps the utility, whatever is wished then', async () => {
  await prepare(database);
  const before = await contentOf(database);
  const again: PreparedDemo = await prepare(database, { seed: 8 });
  expect(again).toMatchObject({ accounts: 60, seed: 7, filled: false });
  expect(await contentOf(database)).toEqual(before);
});

test('a fill that breaks midway leaves nothing, and the next start makes it whole', async () => {
  await expect(
    prepareDemo(database, {
      accounts: 60,
      seed: 7,
      strictWindow: false,
      now: november,
      onProgress: () => {
        throw new Error('killed midway');
      },
    }),
  ).rejects.toThrow('killed midway');
  expect(await rows(database, 'select id from accounts')).toEqual([]);
  expect(await rows(database, 'select id from offices')).toEqual([]);
  expect(await prepare(database)).toMatchObject({ filled: true });
});

test('the change log offers a counter every account and meter of its office', async () => {
  await prepare(database);
  const viewer = {
    deviceId: 'd1',
    officeIds: ['lupeni'],
    isCounter: true,
    historySince: '2026-05-01',
    tokenKey: 'key',
  };
  const page = await readChangePage(database.db, viewer, {
    collection: 'accounts',
    checkpoint: {},
    limit: 1000,
  });
  const ofOffice = await rows(database, "select id from accounts where office_id = 'lupeni' order by id");
  expect(page.ids.toSorted()).toEqual(ofOffice.map(({ id }) => id));
  const numbers = await rows(
    database,
    `select c.scope from change_counters c join changes using (scope)
     group by c.scope, c.seq having max(changes.seq) <> c.seq or count(distinct changes.seq) <> count(*)`,
  );
  expect(numbers).toEqual([]);
});

test('a changed window is a new policy from now on, told to the devices; the old one stays as it was', async () => {
  await prepare(database);
  const [first] = await rows(database, 'select * from policies');
  const later = '2026-11-23T08:00:00.000Z';
  await prepare(database, { strictWindow: true, now: later });
  await prepare(database, { strictWindow: true, now: later });
  const policies = await rows(database, 'select * from policies order by effective_from');
  expect(policies[0]).toEqual(first);
  expect(policies).toHaveLength(2);
  expect(policies[1]).toMatchObject({
    content: { monthlyWindow: { fromDay: 25, toDay: 31 }, effectiveFrom: later },
  });
  expect(await rows(database, "select seq::int from changes where document_id = 'policy-2'")).toEqual([
    { seq: 2 },
  ]);
});

test('the kiosk’s simulated terminal is found at its new port after each start; another one, or none, is kept', async () => {
  const terminals = () => rows(database, 'select id, terminal_address as at from devices order by id');
  const add = (id: string, surface: string, address: string | null) =>
    database.pool.query(
      `insert into devices (id, name, surface, token_hash, enrolled_at, terminal_address) values ($1, $1, $2, $1, now(), $3)`,
      [id, surface, address],
    );
  await prepare(database, { terminalAddress: '127.0.0.1:1001' });
  await add('counter', 'counter', null);
  await add('kiosk', 'self-service', '127.0.0.1:1001');
  await add('kiosk-with-none', 'self-service', null);
  await add('kiosk-with-other', 'self-service', '192.168.1.20:9100');
  await prepare(database, { terminalAddress: '127.0.0.1:1002' });
  expect(await terminals()).toEqual([
    { id: 'counter', at: null },
    { id: 'kiosk', at: '127.0.0.1:1002' },
    { id: 'kiosk-with-none', at: null },
    { id: 'kiosk-with-other', at: '192.168.1.20:9100' },
  ]);
  const codes = await rows(
    database,
    'select terminal_address as at, surface from enrolment_codes order by at',
  );
  expect(codes).toEqual([
    { at: '127.0.0.1:1002', surface: 'self-service' },
    { at: null, surface: 'counter' },
    { at: null, surface: 'counter' },
  ]);
});

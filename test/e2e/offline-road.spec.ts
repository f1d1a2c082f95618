import { expect, test } from '@playwright/test';
import { closeAccount } from '../../src-server/accounts/administer';
import { CentralServer, type Customer, plainCustomers } from './support/central-server';
import { Counter } from './support/counter';

let server: CentralServer;
let a: Counter;
let b: Counter;

test.beforeAll(async () => {
  server = await CentralServer.begin();
  a = await Counter.newMachine();
  b = await Counter.newMachine();
});

test.afterAll(async () => {
  await a.scrap();
  await b.scrap();
  await server.end();
});

const grown = (customer: Customer, m3: number) => customer.lastIndex + m3;

test('indexes saved while the server is down survive the browser, settle once and reach the other counter', async () => {
  const customers = await plainCustomers(server, 4);
  const [first, second, third, closing] = customers as [Customer, Customer, Customer, Customer];

  for (const [counter, user] of [
    [a, ['maria', 'contor-1']],
    [b, ['ion', 'contor-2']],
  ] as const) {
    await counter.open(`${server.url}/#enrol=ghiseu-petrosani`);
    await counter.signIn(...user);
    await expect(counter.statusBar).toContainText('Sincronizat');
    await expect(counter.statusBar).not.toContainText('Se aduc');
  }
  await b.openCustomer(first.clientCode);
  await b.page.evaluate(() => Object.assign(window, { stillTheSame: true })); // gone with a reload
  await a.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)); // the page itself is kept

  await server.kill();
  await expect(a.statusBar).toContainText('Fără legătură');

  for (const [customer, m3] of [
    [first, 7],
    [second, 8],
    [third, 6],
    [first, 9], // the first comes back and changes it
    [closing, 5],
  ] as const) {
    await a.openCustomer(customer.clientCode);
    await a.enter(grown(customer, m3));
    await expect(a.state).toContainText('Păstrat aici');
    await expect(a.state).toContainText(String(grown(customer, m3)).slice(-3));
  }
  await expect(a.statusBar).toContainText('5 în așteptare');

  await a.close();
  await closeAccount(server.database.db, closing.accountId, { actor: 'test', now: new Date().toISOString() });
  await a.open(server.url);
  await a.signIn();
  await expect(a.statusBar).toContainText('Fără legătură');
  await expect(a.statusBar).toContainText('5 în așteptare');
  for (const [customer, m3] of [
    [first, 9],
    [second, 8],
    [third, 6],
  ] as const) {
    await a.openCustomer(customer.clientCode);
    await expect(a.state).toContainText('Păstrat aici');
    await expect(a.indexField).toHaveValue(new RegExp(`^0*${grown(customer, m3)}$`));
  }

  await server.start();
  await Promise.all([allDecided(), expect(b.statusBar).not.toContainText('Fără legătură')]);
  await expectReceived(first, 9); // open on B all along
  for (const [customer, m3] of [
    [second, 8],
    [third, 6],
  ] as const) {
    await b.openCustomer(customer.clientCode);
    await expectReceived(customer, m3);
  }
  expect(await b.page.evaluate(() => 'stillTheSame' in window)).toBe(true);
  await expect(a.statusBar).toContainText('1 refuzată');
  await expect(a.statusBar).not.toContainText('în așteptare');

  await a.page.keyboard.press('F4');
  await a.page.getByRole('tab', { name: /Reținute și refuzate/ }).click();
  const refused = a.page.getByRole('row').filter({ hasText: closing.clientCode });
  await expect(refused).toContainText('Refuzat');
  await expect(refused).toContainText('Contul este închis');

  await expectTables(customers);
});

async function allDecided(): Promise<void> {
  const decided = async () => (await server.rows('select from verdicts')).length;
  await expect.poll(decided, { intervals: [20] }).toBe(5);
}

/** What B shows of the customer who is open there, from now within 2 s. */
async function expectReceived(customer: Customer, m3: number): Promise<void> {
  const index = String(grown(customer, m3)).slice(-3);
  await expect(b.state).toContainText(new RegExp(`${index}.*Primit|Primit.*${index}`, 's'), {
    timeout: 2_000,
  });
}

/** Five submissions, five verdicts, four accepted revisions; the latest of the first meter stands. */
async function expectTables([first, second, third, closing]: Customer[]): Promise<void> {
  const sent = await server.rows<{ meter: string; index: number; outcome: string; accepted: boolean }>(
    `select s.content->'payload'->>'meterId' as meter, (s.content->'payload'->>'index')::int as index, v.outcome, r.accepted
     from submissions s join verdicts v on v.submission_id = s.id join reading_revisions r on r.submission_id = s.id
     order by s.device_seq`,
  );
  expect(sent).toEqual([
    { meter: first?.meterId, index: grown(first as Customer, 7), outcome: 'accepted', accepted: true },
    { meter: second?.meterId, index: grown(second as Customer, 8), outcome: 'accepted', accepted: true },
    { meter: third?.meterId, index: grown(third as Customer, 6), outcome: 'accepted', accepted: true },
    { meter: first?.meterId, index: grown(first as Customer, 9), outcome: 'accepted', accepted: true },
    { meter: closing?.meterId, index: grown(closing as Customer, 5), outcome: 'refused', accepted: false },
  ]);
  const [count] = await server.rows<{ submissions: number; verdicts: number }>(
    'select (select count(*)::int from submissions) as submissions, (select count(*)::int from verdicts) as verdicts',
  );
  expect(count).toEqual({ submissions: 5, verdicts: 5 });
}

import { expect, test } from '@playwright/test';
import { CentralServer, type Customer, plainCustomers } from './support/central-server';
import { Counter } from './support/counter';
import { DesktopStandIn } from './support/desktop-stand-in';

let server: CentralServer;
let desktop: DesktopStandIn;
const counters: Counter[] = [];

test.beforeAll(async () => {
  server = await CentralServer.begin();
  desktop = await DesktopStandIn.begin(server.url);
});

test.afterAll(async () => {
  for (const counter of counters) await counter.scrap();
  await desktop.end();
  await server.end();
});

/** The desktop's page in a browser profile that knows nothing yet. */
async function openDesktop(address: string): Promise<Counter> {
  const counter = await Counter.newMachine();
  counters.push(counter);
  await counter.open(address, (page) => desktop.prepare(page));
  return counter;
}

test('a desktop that lost its databases finds the kept index in the main process’s journal and sends it once', async () => {
  const [customer] = (await plainCustomers(server, 1)) as [Customer];
  const before = await openDesktop(`${desktop.url}/#enrol=ghiseu-petrosani`);
  await before.signIn();
  await expect(before.statusBar).toContainText('Sincronizat');
  await expect(before.statusBar).not.toContainText('Se aduc');

  await server.kill();
  await before.openCustomer(customer.clientCode);
  await before.enter(customer.lastIndex + 7);
  await expect(before.state).toContainText('Păstrat aici');
  const lines = await desktop.journalLines();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`"index":${customer.lastIndex + 7}`);
  await before.close();

  await server.start();
  const after = await openDesktop(desktop.url);
  await after.signIn();
  await after.openCustomer(customer.clientCode);
  await expect(after.state).toContainText('Primit');
  const stored = await server.rows('select outcome from verdicts');
  expect(stored).toEqual([{ outcome: 'accepted' }]);
  expect(desktop.violations).toEqual([]);
});

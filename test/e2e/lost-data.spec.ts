import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { WaitingExport } from '../../shared/sync/sealed-export';
import { start as words } from '../../shared/text/ro/start';
import { openSealed } from '../../src-server/sealing/open-sealed';
import { CentralServer, type Customer, plainCustomers } from './support/central-server';
import { Counter } from './support/counter';

test.describe.configure({ mode: 'serial' });
let server: CentralServer;
let counter: Counter;

test.beforeAll(async () => {
  server = await CentralServer.begin();
  counter = await Counter.newMachine();
});

test.afterAll(async () => {
  await counter.scrap();
  await server.end();
});

/** Deletes the origin's databases from the profile of a closed browser; its own file system stays. */
async function loseIndexedDb(profile: string): Promise<void> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const lost = entries.filter((entry) => entry.isDirectory() && entry.name === 'IndexedDB');
  expect(lost.length).toBeGreaterThan(0);
  for (const folder of lost) await rm(join(folder.parentPath, folder.name), { recursive: true });
}

async function saveOne({ clientCode, lastIndex }: Customer): Promise<void> {
  await counter.openCustomer(clientCode);
  await counter.enter(lastIndex + 7);
  await expect(counter.state).toContainText('Păstrat aici');
}

test('a counter whose databases are gone is still that device, says so and sends what waits', async () => {
  const [first, second] = (await plainCustomers(server, 2)) as [Customer, Customer];
  await counter.open(`${server.url}/#enrol=ghiseu-petrosani`);
  await counter.signIn();
  await expect(counter.statusBar).toContainText('Sincronizat');
  await expect(counter.statusBar).not.toContainText('Se aduc');
  await counter.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.kill();
  await expect(counter.statusBar).toContainText('Fără legătură');
  await saveOne(first);
  await saveOne(second);

  await counter.page.getByRole('button', { name: /2 în așteptare/ }).click();
  const downloading = counter.page.waitForEvent('download');
  await counter.page.getByRole('button', { name: words.export.button }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^ghiseu-asteptare-.+-\d{4}-\d{2}-\d{2}-\d{4}\.jwe$/);
  const sealed = await readFile(await download.path(), 'utf8');
  const content = WaitingExport.parse(await openSealed(server.database.db, sealed));
  expect(content.submissions).toHaveLength(2);

  await counter.close();
  await loseIndexedDb(counter.profile);
  await counter.open(server.url);
  const signIn = counter.page.getByRole('textbox', { name: 'Utilizator' }); // not a code: it knows who it is
  await expect(signIn).toBeVisible({ timeout: 20_000 });
  await server.start();
  await counter.signIn();
  const said = counter.page.getByRole('region', { name: words.notices.title });
  await expect(said).toContainText('Cereri regăsite în jurnal: 2');
  await said.getByRole('button', { name: words.notices.dismiss }).click();
  await expect(said).toBeHidden();
  await expect(counter.statusBar).toContainText('Nimic în așteptare');
  const rows = await server.rows<{ kind: string }>('select kind from submissions');
  expect(rows).toHaveLength(2);
});

test('a counter whose databases are cleared while it works opens them anew, says so and sends what waits', async () => {
  const [next] = (await plainCustomers(server, 1)) as [Customer];
  const { page } = counter;
  await server.kill();
  await expect(counter.statusBar).toContainText('Fără legătură');
  await saveOne(next);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'indexeddb' });
  await expect(page.getByRole('textbox', { name: 'Utilizator' })).toBeVisible({ timeout: 20_000 });
  await server.start();
  await counter.signIn();
  const said = page.getByRole('region', { name: words.notices.title });
  await expect(said).toContainText('s-au închis pe neașteptate');
  await expect(said).toContainText('Cereri regăsite în jurnal: 3');
  await expect(counter.statusBar).toContainText('Nimic în așteptare', { timeout: 60_000 });
  expect(await server.rows('select kind from submissions')).toHaveLength(3);
  await said.getByRole('button', { name: words.notices.dismiss }).click();
  await expect(said).toBeHidden();
});

test('a second tab says who works with the data, and takes over with what was saved when that one is closed', async () => {
  const [customer] = (await plainCustomers(server, 1)) as [Customer];
  await server.kill();
  await expect(counter.statusBar).toContainText('Fără legătură');
  const tab = await counter.newTab(server.url);
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(words.otherWindow.title);
  await expect(tab.getByText(words.otherWindow.body)).toBeVisible();
  await expect(tab.getByRole('textbox')).toHaveCount(0);
  await counter.page.bringToFront();
  await saveOne(customer); // the first works on, undisturbed

  await counter.goOnIn(tab);
  await expect(tab.getByRole('textbox', { name: 'Utilizator' })).toBeVisible(); // not reloaded
  await counter.signIn();
  await expect(counter.statusBar).toContainText('1 în așteptare');
  await counter.openCustomer(customer.clientCode);
  await expect(counter.state).toContainText('Păstrat aici');
  await expect(counter.indexField).toHaveValue(new RegExp(`^0*${customer.lastIndex + 7}$`));
  await server.start();
  await expect(counter.state).toContainText('Primit', { timeout: 60_000 });
  await expect(counter.page.getByRole('region', { name: words.notices.title })).toHaveCount(0); // nothing was lost
  expect(await server.rows('select kind from submissions')).toHaveLength(4);
});

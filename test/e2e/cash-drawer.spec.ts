import { expect, test } from '@playwright/test';
import { CentralServer, type Customer, plainCustomers } from './support/central-server';
import { Counter } from './support/counter';
import { booksOf, owing } from './support/owing';

test.describe.configure({ timeout: 420_000 });
const long = { timeout: 60_000 };
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

interface Taking {
  amount: string;
  terminalReference?: string;
}

async function takeFrom({ clientCode }: Customer, { amount, terminalReference }: Taking): Promise<void> {
  const { page } = counter;
  await counter.openCustomer(clientCode);
  const field = page.getByLabel('Suma de încasat');
  await expect(async () => {
    await page.keyboard.press('F6');
    await expect(field).toHaveValue(amount, { timeout: 2_000 });
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass(long); // the account before may still be there
  if (terminalReference) {
    await page.getByText('Card', { exact: true }).click();
    await page.getByLabel(/^Numărul chitanței/).fill(terminalReference);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^S-au încasat/)).toBeVisible(long);
}

async function closeWith(counted: string): Promise<void> {
  await counter.page.getByLabel('Numerar numărat în casă').fill(counted);
  await counter.page.getByRole('button', { name: 'Închide ziua' }).click();
}

test('a day at the drawer: opened, cash and card taken, one given back, counted, and closed when nothing waits', async () => {
  const [first, second, third, fourth] = (await plainCustomers(server, 4)) as [
    Customer,
    Customer,
    Customer,
    Customer,
  ];
  const paid = await owing(server, first, 6_000);
  const byCard = await owing(server, second, 7_000);
  const givenBack = await owing(server, third, 8_000);
  const offline = await owing(server, fourth, 5_000);
  const prints: string[] = [];
  await counter.open(`${server.url}/#enrol=ghiseu-petrosani`, async (page) => {
    await page.exposeFunction('sheetPrinted', (text: string) => prints.push(text));
    await page.addInitScript('window.print = () => window.sheetPrinted(document.body.textContent)');
  });
  await counter.signIn();
  const { page } = counter;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await page.keyboard.press('F9');
  await page.getByLabel('Suma la deschidere').fill('200');
  await page.getByRole('button', { name: 'Deschide casa' }).click();
  await expect(page.getByText(/^Deschisă .* de Maria Popa, cu 200,00/)).toBeVisible();

  await takeFrom(first, { amount: '60,00' });
  await takeFrom(second, { amount: '70,00', terminalReference: 'A-17' });
  await takeFrom(third, { amount: '80,00' });
  await page.getByRole('tab', { name: 'Evidență plăți' }).click();
  await page.getByRole('button', { name: 'Stornează' }).first().click();
  await page.getByRole('textbox', { name: /Notă|De ce/ }).fill('a plătit de două ori');
  await page.getByRole('button', { name: 'Stornează plata' }).click();
  await expect(page.getByText(/^stornată/)).toBeVisible(long);
  await expect.poll(async () => (await booksOf(server, givenBack)).outstandingBani, long).toBe(8_000);
  expect(await booksOf(server, paid)).toMatchObject({ payments: 1, method: 'cash', outstandingBani: 0 });
  expect(await booksOf(server, byCard)).toMatchObject({ payments: 1, method: 'card', outstandingBani: 0 });

  await server.kill();
  await expect(counter.statusBar).toContainText('Fără legătură', long);
  await takeFrom(fourth, { amount: '50,00' });
  await page.keyboard.press('F9');
  await closeWith('310');
  await expect(page.getByText('Ziua NU este închisă')).toBeVisible();

  await server.start();
  await expect.poll(async () => (await booksOf(server, offline)).outstandingBani, long).toBe(0);
  await expect(counter.statusBar).toContainText('Nimic în așteptare', long);
  await closeWith('310');
  await expect(page.getByText('Casa se potrivește.')).toBeVisible(long);
  await page.getByRole('button', { name: 'Tipărește raportul zilei' }).click();
  await expect.poll(() => prints.at(-1)).toContain('Raportul zilei');
  expect(prints.at(-1)).toContain('70,00');
});

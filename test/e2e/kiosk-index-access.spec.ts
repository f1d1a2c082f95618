import { expect, type Page, test } from '@playwright/test';
import { CentralServer } from './support/central-server';
import { Kiosk } from './support/kiosk';
import { grownBy, type KioskCustomer, kioskCustomers } from './support/kiosk-customer';

test.describe.configure({ timeout: 300_000 });
let server: CentralServer;
let kiosk: Kiosk;
let customers: KioskCustomer[];

test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await CentralServer.begin();
  customers = await kioskCustomers(server, 2);
  kiosk = await Kiosk.atWork(server, 'landscape');
});

test.afterAll(async () => {
  await kiosk.scrap();
  await server.end();
});

const mostTabs = 60;

/** Tab until the element whose name begins so has the focus; Enter presses it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(wanted).toBeVisible();
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`«${name}» cannot be reached with Tab.`);
}

async function enterOn(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

test('an index is sent with a hardware keyboard alone', async () => {
  const { page } = kiosk;
  const [customer] = customers as [KioskCustomer];
  await enterOn(page, 'Română Atingeți');
  await enterOn(page, 'Cu o factură');
  await expect(page.getByLabel('Cod client', { exact: true })).toBeFocused();
  await page.keyboard.type(customer.clientCode);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Cod intern', { exact: true })).toBeFocused();
  await page.keyboard.type(customer.internalCode);
  await page.keyboard.press('Enter');
  await expect(kiosk.title).toHaveText('Ce doriți să faceți?');
  await enterOn(page, 'Consumuri');
  await expect(page.getByRole('textbox', { name: /^Index nou/ })).toBeFocused();
  await page.keyboard.type(grownBy(customer, 500));
  await page.keyboard.press('Enter');
  await expect(kiosk.title).toHaveText('Este corect?');
  await page.keyboard.press('Enter'); // a second Enter confirms nothing
  await expect(kiosk.title).toHaveText('Este corect?');
  await enterOn(page, 'Da, este corect');
  await expect(kiosk.title).toHaveText('Index primit');
  await expect(kiosk.title).toBeFocused();
  await enterOn(page, 'Gata');
  await kiosk.expectWaiting();
  expect(await indexOf(customer)).toBe(customer.lastIndex + 500);
});

test('an index is sent by names and roles alone, and each screen says itself', async () => {
  const { page } = kiosk;
  const [, customer] = customers as [KioskCustomer, KioskCustomer];
  const press = (name: RegExp) => page.getByRole('button', { name }).click();
  const screen = (name: string) => page.getByRole('main', { name });

  await expect(screen('Bun venit! Contul dumneavoastră de apă')).toBeVisible();
  await press(/^Română Atingeți/);
  await expect(screen('Cum vă identificați?')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(/^Cu o factură/);
  await expect(page.getByRole('img', { name: /Cod client și Cod intern sunt scrise sus/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Cod client' }).fill(customer.clientCode);
  await page.getByRole('textbox', { name: 'Cod intern' }).fill(customer.internalCode);
  await press(/^Mai departe$/);
  await expect(screen('Ce doriți să faceți?')).toBeVisible();
  await press(/^Consumuri/);
  await expect(page.getByRole('img', { name: /cifrele negre arată metri cubi/ })).toBeVisible();
  const field = page.getByRole('textbox', { name: /^Index nou/ });
  await expect(page.getByRole('region', { name: 'Indexuri vechi' })).toContainText('m³');

  await field.fill(grownBy(customer, -1));
  await press(/^Salvare index nou$/);
  await expect(field).toHaveAccessibleDescription(/Index nou introdus incorect!/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill(grownBy(customer, 6));
  await press(/^Salvare index nou$/);
  await expect(screen('Index primit')).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: 'Nu mai trebuie să faceți nimic.' }),
  ).toBeAttached();
  await expect(page.getByRole('region', { name: 'Număr de înregistrare' })).toBeVisible();
  await press(/^Gata$/);
  await kiosk.expectWaiting();
  expect(await indexOf(customer)).toBe(customer.lastIndex + 6);
});

async function indexOf({ meterId }: KioskCustomer): Promise<number | undefined> {
  const [reading] = await server.rows<{ index: number }>(
    'select index from reading_revisions where meter_id = $1 and accepted order by captured_at desc limit 1',
    [meterId],
  );
  return reading?.index;
}

import { expect, type Page, test } from '@playwright/test';
import {
  expectAllAccessible,
  expectFits,
  openAccount,
  openCounter,
  serveScreens,
} from './support/screens-preview';

/* What a clerk does for a customer beside the index, and the day's money, over fake data. */
serveScreens();
test.describe.configure({ mode: 'parallel' });

const money = `
  await fake.openDrawer('200');
  const entry = { accountId: '7', invoiceIds: ['7-2026-09', '7-2026-10'], tendered: '', terminalReference: '4711' };
  await fake.savePayment({ ...entry, method: 'cash', amount: '50' });
  await fake.savePayment({ ...entry, method: 'card', amount: '99' });
  for (const { id } of [...fake.own]) fake.settle(id, 'received')`;

async function openDay(page: Page, fake = ''): Promise<void> {
  await openCounter(page, fake);
  await expect(page.getByRole('combobox')).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: /^(Casa|Cash drawer|Pénztár)$/ })).toBeVisible();
}

async function openDetails(page: Page, fake = ''): Promise<void> {
  await openCounter(page, fake);
  await openAccount(page, '1204587');
  await page.keyboard.press('F7');
  await expect(page.locator('[data-tab-field="account"]')).toBeFocused();
}

async function openDevices(page: Page, fake: string): Promise<void> {
  await openCounter(page, `fake.session = fakeCases.supervisor; ${fake}`);
  await page.getByRole('button', { name: /Elena Munteanu/ }).click();
  await page.getByRole('menuitem', { name: /Aparatele biroului|Devices of|készülékei/ }).click();
}

const found = `fake.receiptAnswer = { outcome: 'found', receipt: { receiptNumber: '7F3K2M9Q4XA', submissionId: 's', accountId: '7',
  kind: 'reading', state: 'refused', findings: [{ code: 'codes-mismatch' }], capturedAt: '2026-11-22T08:30:00.000Z',
  period: '2026-11', index: 1250, amountBani: null, deviceName: null } }`;

const screens: Record<string, (page: Page) => Promise<void>> = {
  'a drawer that is not open': async (page) => {
    await openDay(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Introduceți suma în lei')).toBeVisible();
  },
  'a drawer at work': async (page) => {
    await openDay(page, money);
    await page.getByRole('button', { name: 'Închide ziua' }).click();
    await expect(page.getByText('Ziua NU este închisă: numărați banii')).toBeVisible();
  },
  'a drawer that was counted': async (page) => {
    await openDay(page, money);
    await page.getByLabel('Numerar numărat în casă').fill('249');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Lipsesc')).toBeVisible();
  },
  'a drawer that was opened again after a closing': async (page) => {
    await openDay(
      page,
      `${money}; await fake.closeDay('250'); await fake.openDrawer('100');
       await fake.savePayment({ ...entry, method: 'cash', amount: '20' });
       for (const { id } of [...fake.own]) fake.settle(id, 'received')`,
    );
    await expect(page.getByRole('table', { name: 'Toată ziua' })).toBeVisible();
    await expect(page.getByText('închiderea 2 a zilei')).toBeVisible();
  },
  'a customer’s details, typed wrongly': async (page) => {
    await openDetails(page);
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Numărul de telefon are exact 10 cifre')).toBeVisible();
    await page.getByRole('button', { name: 'Înregistrare nouă' }).click();
    await page.getByLabel('Parola', { exact: true }).fill('abc');
    await page.getByLabel('Parola (verificare)').fill('abd');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Parolele nu sunt la fel')).toBeVisible();
  },
  'a registration kept while offline': async (page) => {
    await openDetails(
      page,
      "fake.connection = { connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' } }",
    );
    await page.getByRole('button', { name: 'Înregistrare nouă' }).click();
    await page.getByLabel('Parola', { exact: true }).fill('parola1');
    await page.getByLabel('Parola (verificare)').fill('parola1');
    await page.getByLabel('Am văzut actul de identitate').last().check();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Înregistrarea este făcută')).toBeVisible();
  },
  'a receipt number': async (page) => {
    await openCounter(page, found);
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('7F3K-2M9Q-4XA');
    await expect(page.getByText('Codurile nu se potrivesc')).toBeVisible();
  },
  'a case that is sealed': async (page) => {
    await openCounter(
      page,
      `fake.session = fakeCases.supervisor;
       fake.cases = [{ ...fakeCases.held, kind: 'registration', meterId: null, period: null, index: null, findings: [{ code: 'outside-scope' }] }]`,
    );
    await expect(page.getByRole('combobox')).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.getByText('sunt sigilate')).toBeVisible();
  },
  'the office’s devices': async (page) => {
    await openDevices(page, 'fake.officeDevicesAnswer = fakeDevices');
    await expect(page.getByText('lipsă: 14, 17–19')).toBeVisible();
  },
  'the office’s devices without the server': async (page) => {
    await openDevices(page, "fake.officeDevicesAnswer = { outcome: 'offline' }");
    await expect(page.getByText(/numai el știe/)).toBeVisible();
  },
};
expectAllAccessible(screens);

for (const language of ['ro', 'en', 'hu']) {
  test(`forms stand still while findings come and go, and fit at 1366×768 and 1920×1080, in ${language}`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('ghiseu.language', chosen), language);
    await openDetails(page);
    const button = page.locator('form button[type=submit]');
    const beforePhone = await button.boundingBox();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(2);
    expect(await button.boundingBox()).toEqual(beforePhone);
    await expectFits(page, [button]);
    await page
      .getByRole('button', { name: /^(Înregistrare nouă|New registration|Új regisztráció)$/ })
      .click();
    const beforePassword = await button.boundingBox();
    await page.locator('input[type=password]').first().fill('a');
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(3);
    expect(await button.boundingBox()).toEqual(beforePassword);
    await expectFits(page, [button]);
  });

  test(`the office’s devices and what to do fit at 1366×768 and 1920×1080, in ${language}`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('ghiseu.language', chosen), language);
    await openDevices(page, 'fake.officeDevicesAnswer = fakeDevices');
    await expect(page.getByRole('listitem')).toHaveCount(3);
    await expectFits(page, [page.getByRole('listitem').last()]);
  });

  test(`the day’s report fills a sheet of A4 and nothing else is printed, in ${language}`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('ghiseu.language', chosen), language);
    await openDay(
      page,
      `${money}; await fake.closeDay('249'); fake.printer.printSlip = () => new Promise(() => {})`,
    );
    await page.getByRole('button', { name: /raportul|report|jelentés/i }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-print-sheet] h1')).toContainText('22');
    await expect(page.locator('#root')).toBeHidden();
    const widthPx = (180 / 25.4) * 96;
    const sheet = await page.locator('[data-print-sheet]').boundingBox();
    expect(sheet?.width).toBeCloseTo(widthPx, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
}

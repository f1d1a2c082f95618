import { expect, type Page, test } from '@playwright/test';
import {
  expectAllAccessible,
  expectFits,
  openAccount,
  openCounter,
  serveScreens,
} from './support/screens-preview';

/* The counter's screens over fake data: what axe finds, and whether anything moves while a clerk types. */
serveScreens();
test.describe.configure({ mode: 'parallel' });

async function openTill(page: Page): Promise<void> {
  await openCounter(page);
  await openAccount(page, '1204587');
  await page.keyboard.press('F6');
  await expect(page.getByLabel('Suma de încasat')).toBeFocused();
}

async function openCases(page: Page): Promise<void> {
  await openCounter(
    page,
    'fake.session = fakeCases.supervisor; fake.cases = [fakeCases.held, fakeCases.refused, fakeCases.review, fakeCases.setAside]',
  );
  await expect(page.getByRole('combobox')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: /POPESCU Ion/ })).toBeFocused();
}

const screens: Record<string, (page: Page) => Promise<void>> = {
  'sign-in': (page) => openCounter(page, 'fake.session = null'),
  enrolment: (page) => openCounter(page, "fake.device = { state: 'not-enrolled', lost: null }"),
  'enrolment, easy to read': async (page) => {
    await openCounter(page, "fake.device = { state: 'not-enrolled', lost: null }");
    for (const name of ['Contrast ridicat', 'Text mare']) await page.getByRole('button', { name }).click();
  },
  'first sync': (page) =>
    openCounter(
      page,
      "fake.connection = { accountsReady: false, firstSync: { collection: 'accounts', done: 4, total: 9 } }",
    ),
  'search results': async (page) => {
    await openCounter(page);
    await page.keyboard.type('pop');
    await expect(page.getByRole('option')).toHaveCount(3);
  },
  'an index that is asked about': async (page) => {
    await openCounter(page);
    await openAccount(page, '1204587');
    await page.keyboard.type('01734');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Da, este corect' })).toBeVisible();
  },
  'an index that is wrong': async (page) => {
    await openCounter(page);
    await openAccount(page, '1204587');
    await page.keyboard.type('1200');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Index nou introdus incorect!')).toBeVisible();
  },
  'an index kept while offline': async (page) => {
    await openCounter(
      page,
      "fake.connection = { connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' } }",
    );
    await openAccount(page, '1204587');
    await page.keyboard.type('01250');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Păstrat aici')).toBeVisible();
  },
  invoices: async (page) => {
    await openCounter(page);
    await openAccount(page, '1204587');
    await page.keyboard.press('Control+ArrowRight');
    await page.getByRole('button', { name: 'AVJ 224871' }).press('Enter');
    await expect(page.getByText('Apă potabilă')).toBeVisible();
  },
  payments: async (page) => {
    await openCounter(page);
    await openAccount(page, '1204587');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+ArrowLeft');
    await expect(page.getByText('numerar')).toBeVisible();
  },
  'a payment that is typed': async (page) => {
    await openTill(page);
    await page.getByLabel('Primit de la client').fill('100');
    await expect(page.getByText(/Suma primită nu ajunge/)).toBeVisible();
  },
  'a payment by card': async (page) => {
    await openTill(page);
    await page.getByText('Card', { exact: true }).click();
    await page.getByLabel(/^Numărul chitanței/).press('Enter');
    await expect(page.getByText(/Introduceți numărul de pe chitanța/)).toBeVisible();
  },
  'a payment that was taken': async (page) => {
    await openTill(page);
    await page.getByLabel('Primit de la client').fill('500');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Rest de dat clientului')).toBeVisible();
  },
  'a payment that is taken back': async (page) => {
    await openTill(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/S-au încasat/)).toBeVisible();
    await page.getByRole('tab', { name: 'Evidență plăți' }).click();
    await page.getByRole('button', { name: 'Stornează' }).click();
    await expect(page.getByRole('button', { name: 'Stornează plata' })).toBeVisible();
  },
  'the list of what was refused': async (page) => {
    await openCounter(page);
    await openAccount(page, '1204587');
    await page.keyboard.type('01250');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Păstrat aici')).toBeVisible();
    await page.evaluate("fake.settle('own-1', 'refused', [{ code: 'account-closed' }])");
    await page.getByRole('button', { name: /1 refuzată/ }).click();
    await expect(page.getByRole('table')).toBeVisible();
  },
  'what waits, exported': async (page) => {
    await openCounter(
      page,
      `fake.connection = { connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' } };
       fake.exportAnswer = { outcome: 'exported', fileName: 'waiting.ghiseu', sealed: 'e30', submissions: 1 }`,
    );
    await openAccount(page, '1204587');
    await page.keyboard.type('01250');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Păstrat aici')).toBeVisible();
    await page.keyboard.press('F4');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exportă ce așteaptă' }).click();
    expect((await download).suggestedFilename()).toBe('waiting.ghiseu');
    await expect(page.getByText(/Fișierul waiting.ghiseu/)).toBeVisible();
  },
  'a case that is corrected': async (page) => {
    await openCases(page);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Index nou')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Scrieți de ce')).toBeVisible();
  },
  'a case that is decided': async (page) => {
    await openCases(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('verificat cu clientul');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Hotărât aici')).toBeVisible();
  },
  'an index that was given up': async (page) => {
    await openCounter(page);
    await openAccount(page, '1204587');
    await page.keyboard.type('01250');
    await page.keyboard.press('F2');
    await page.keyboard.type('nagy');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByText('nu a fost salvat')).toBeVisible();
  },
  'a case as a clerk sees it': async (page) => {
    await openCounter(page, 'fake.cases = [fakeCases.held]');
    await page.keyboard.press('F8');
    await expect(page.getByText('Un supervizor decide.')).toBeVisible();
  },
  'a day that cannot be closed': async (page) => {
    await openCounter(page);
    await openAccount(page, '1204587');
    await page.keyboard.type('01250');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Păstrat aici')).toBeVisible();
    await page.keyboard.press('F9');
    await page.getByRole('button', { name: 'Închide ziua' }).click();
    await expect(page.getByText('Ziua NU este închisă')).toBeVisible();
  },
  'what the start-up check found': (page) =>
    openCounter(
      page,
      `fake.notices = [{ code: 'data-vanished', submissions: 12, lastSeq: 12 }, { code: 'of-other-device', deviceId: 'd', submissions: 3 }];
       fake.connection = { storage: 'full', clock: { offMs: 7200000, unsure: false } }`,
    ),
  'a start that fails': async (page) => {
    await openCounter(page, "fake.device = { state: 'startup-problem', problem: 'database-stuck' }");
    await page.getByRole('button', { name: 'Reface datele locale' }).click();
    await expect(page.getByRole('button', { name: 'Renunță' })).toBeFocused();
  },
  'a start that fails, easy to read': async (page) => {
    await openCounter(
      page,
      "localStorage.clear(); fake.device = { state: 'startup-problem', problem: 'database-unreadable' }",
    );
    for (const name of ['Contrast ridicat', 'Text mare']) await page.getByRole('button', { name }).click();
  },
  'a machine that lost its key': (page) =>
    openCounter(page, "fake.device = { state: 'not-enrolled', lost: { deviceId: 'device-9', waiting: 4 } }"),
  'device care': async (page) => {
    await openCounter(
      page,
      `fake.session = fakeCases.supervisor;
       fake.comparison = { running: false, last: { at: '2026-11-22T08:30:00.000Z', outcome: 'different',
         collections: [{ collection: 'accounts', here: 1, atServer: 2, same: false }, { collection: 'staff', here: 3, atServer: 3, same: true }] } }`,
    );
    await page.getByRole('button', { name: 'Utilizator: Elena Munteanu' }).click();
    await page.getByRole('menuitem', { name: 'Întreținerea aparatului' }).click();
    await expect(page.getByText('Diferit de server')).toBeVisible();
    await page.getByRole('button', { name: 'Importă' }).click();
    await expect(page.getByText('Alegeți fișierul exportat.')).toBeVisible();
  },
  help: async (page) => {
    await openCounter(page);
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

expectAllAccessible(screens);

for (const language of ['ro', 'en', 'hu']) {
  test(`nothing moves while a clerk types, is asked and saves, in ${language}`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('ghiseu.language', chosen), language);
    await openCounter(page);
    await openAccount(page, '1204587');
    const field = page.locator('[data-index-field]');
    const state = page.getByRole('main').getByRole('status');
    const places = async () => [await field.boundingBox(), (await state.boundingBox())?.y];
    const before = await places();
    for (const index of ['1200', '01734', '01234', '01250']) {
      await field.fill(index);
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-phase="saving"]')).toHaveCount(0);
      expect(await places(), index).toEqual(before);
      if (index !== '01250') await page.keyboard.press('Escape');
    }
    await expect(state).toContainText('7F3K-2M9Q-41A');
  });
}

test('the page never scrolls sideways, at 1366×768 or 1920×1080', async ({ page }) => {
  await openCounter(page);
  await openAccount(page, 'stefanescu');
  await expectFits(page);
});

for (const language of ['ro', 'en', 'hu']) {
  test(`a case fits beside the list at 1366×768 and 1920×1080, in ${language}`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('ghiseu.language', chosen), language);
    await openCases(page);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox').last()).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('main').getByRole('alert')).not.toBeEmpty();
    await expectFits(page, [page.getByRole('main').locator('button[type=submit]')]);
  });
}

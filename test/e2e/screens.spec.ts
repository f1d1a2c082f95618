import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';

/* The counter's screens over fake data: what axe finds, and whether anything moves while a clerk types. */
const configFile = 'vite.screens-preview.config.ts';
let server: PreviewServer;
let url: string;

test.beforeAll(async () => {
  await build({ configFile, logLevel: 'silent' });
  server = await preview({ configFile, logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

test.afterAll(() => server.close());

async function openCounter(page: Page, fake = ''): Promise<void> {
  await page.goto(url);
  await page.waitForFunction('window.fake');
  if (fake) await page.evaluate(`${fake}; fake.changed()`);
}

async function openAccount(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function expectNoFindings(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

const screens: Record<string, (page: Page) => Promise<void>> = {
  'sign-in': (page) => openCounter(page, 'fake.session = null'),
  enrolment: (page) => openCounter(page, "fake.device = { state: 'not-enrolled', lost: null }"),
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
    await expect(page.getByText('numerar')).toBeVisible();
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
  help: async (page) => {
    await openCounter(page);
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

for (const [name, show] of Object.entries(screens)) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing on ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.addInitScript((scheme) => localStorage.setItem('mantine-color-scheme-value', scheme), theme);
      await show(page);
      await expectNoFindings(page);
    });
  }
}

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

test('the page never scrolls sideways at 1366×768', async ({ page }) => {
  await openCounter(page);
  await openAccount(page, 'stefanescu');
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollWidth - main.clientWidth : -1;
  });
  expect(overflow).toBe(0);
});

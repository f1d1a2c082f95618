import { expect, type Locator, type Page, test } from '@playwright/test';
import { type PreviewServer, preview } from 'vite';
import { expectAccessible } from './axe';

const configFile = 'vite.screens-preview.config.ts';
let server: PreviewServer;
let url: string;

export const previewUrl = (): string => url;

/** The screens over fake data (build part `screens-preview`), for the tests of one file. */
export function serveScreens(): void {
  test.beforeAll(async () => {
    server = await preview({ configFile, logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
    const address = server.httpServer.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  test.afterAll(() => server.close());
}

/** @param fake statements that prepare the fake data; they may await */
export async function openCounter(page: Page, fake = ''): Promise<void> {
  await page.goto(url);
  await page.waitForFunction('window.fake');
  if (fake) await page.evaluate(`(async () => { ${fake}; fake.changed(); })()`);
}

export async function openAccount(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('combobox')).not.toBeFocused(); // until then keys are the search's
}

/** What axe finds on each screen, in both themes. One page for all of them: beginning a browser's page takes as long as axe. */
export function expectAllAccessible(screens: Record<string, (page: Page) => Promise<void>>): void {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
  test.afterAll(() => page.close());
  for (const [name, show] of Object.entries(screens)) {
    test(`axe finds nothing on ${name}, light and dark`, async () => {
      await show(page);
      await expectAccessible(page, `${name}, light`);
      await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'));
      await expectAccessible(page, `${name}, dark`, 'contrast');
    });
  }
}

const counterSizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 }, // last: what comes after is asked at the usual size
];

/** At each size of a counter's screen nothing scrolls sideways, and these are in sight whole. */
export async function expectFits(page: Page, inSight: Locator[] = []): Promise<void> {
  for (const size of counterSizes) {
    await page.setViewportSize(size);
    for (const part of inSight) await expect(part).toBeInViewport({ ratio: 1 });
    expect(await overflowOf(page), `at ${size.width}×${size.height}`).toBe(0);
  }
}

/** How far the page could be scrolled sideways, in px. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? main.scrollWidth - main.clientWidth : -1;
  });

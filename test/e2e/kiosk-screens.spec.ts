import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import type { Language } from '../../shared/model/primitives';
import { KioskPreview } from './support/kiosk-preview';
import { kioskRoads } from './support/kiosk-roads';

/* Every screen of the kiosk over fake data: nothing is cut off, nothing scrolls, fingers find it, and axe finds nothing. */
const configFile = 'vite.screens-preview.config.ts';
const sizes = [
  { width: 1080, height: 1920 },
  { width: 1366, height: 768 },
];
const languages: Language[] = ['ro', 'en', 'hu'];
test.use({ trace: 'off' }); // what is kept are the pictures
let server: PreviewServer;
let url: string;

test.beforeAll(async () => {
  await build({ configFile, logLevel: 'silent' });
  server = await preview({ configFile, logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

test.afterAll(() => server.close());

interface Looking {
  size: { width: number; height: number };
  language: Language;
  eased?: boolean;
}

/** All roads in one look; what is wrong on each screen is told at the end. */
async function walk(page: Page, { size, language, eased = false }: Looking): Promise<void> {
  test.setTimeout(600_000);
  await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.setFixedTime('2026-11-22T08:42:00.000Z');
  await page.addInitScript((chosen) => localStorage.setItem('ghiseu.language', chosen), language);
  const { outputDir } = test.info().project;
  const folder = join(outputDir, 'screens', nameOf(size), eased ? `${language}-eased` : language);
  const kiosk = new KioskPreview(page, { url, language, folder, eased });
  for (const [name, road] of Object.entries(kioskRoads)) await test.step(name, () => road(kiosk));
}

const nameOf = ({ width, height }: Looking['size']): string => `${width}x${height}`;

for (const size of sizes) {
  for (const language of languages) {
    test(`every screen fits ${nameOf(size)} in ${language}`, async ({ page }) => {
      await walk(page, { size, language });
    });
  }

  test(`every screen fits ${nameOf(size)} with high contrast and large text`, async ({ page }) => {
    await walk(page, { size, language: 'ro', eased: true });
  });
}

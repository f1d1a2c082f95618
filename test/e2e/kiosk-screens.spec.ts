import { join } from 'node:path';
import { test } from '@playwright/test';
import type { Language } from '../../shared/model/primitives';
import { KioskPreview } from './support/kiosk-preview';
import { kioskRoads } from './support/kiosk-roads';
import { previewUrl, serveScreens } from './support/screens-preview';

/*
 * Every screen of the kiosk over fake data, at both sizes: nothing is cut off, nothing scrolls, fingers find it, and axe
 * finds nothing. The pictures are kept in `test-results/screens`.
 */
const languages: Language[] = ['ro', 'en', 'hu'];
test.use({ screenshot: 'off' }); // the pictures are taken screen by screen
serveScreens();
test.describe.configure({ mode: 'parallel' });

const walks = [
  ...languages.map((language) => ({ language, eased: false })),
  { language: 'ro', eased: true } as const,
];

for (const { language, eased } of walks) {
  test(`every screen fits in ${language}${eased ? ', with high contrast and large text' : ''}`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.setFixedTime('2026-11-22T08:42:00.000Z');
    await page.addInitScript((chosen) => localStorage.setItem('ghiseu.language', chosen), language);
    const folder = join(test.info().project.outputDir, 'screens', eased ? `${language}-eased` : language);
    const kiosk = new KioskPreview(page, { url: previewUrl(), language, folder, eased });
    for (const [name, road] of Object.entries(kioskRoads)) await test.step(name, () => road(kiosk));
  });
}

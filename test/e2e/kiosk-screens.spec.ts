import { join } from 'node:path';
import { test } from '@playwright/test';
import { KioskPreview } from './support/kiosk-preview';
import { kioskRoads } from './support/kiosk-roads';
import { previewUrl, serveScreens } from './support/screens-preview';

/*
 * Every screen of the kiosk over fake data, at both sizes, in every language, and with high contrast and large text:
 * nothing is cut off, nothing scrolls, fingers find it, and axe finds nothing. `PICTURES=1` keeps a picture of each in
 * `test-results/screens`.
 */
test.use({ screenshot: 'off' });
serveScreens();
test.describe.configure({ mode: 'parallel', timeout: 300_000 });

for (const [name, road] of Object.entries(kioskRoads)) {
  test(`every screen fits on the road «${name}»`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.setFixedTime('2026-11-22T08:42:00.000Z');
    const folder = process.env.PICTURES ? join(test.info().project.outputDir, 'screens') : null;
    await road(new KioskPreview(page, { url: previewUrl(), folder }));
  });
}

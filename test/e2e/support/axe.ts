import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Asked {
  /** The dearest question; its answer is the same in every language. */
  contrast: boolean;
}

/** What axe finds on a page as it stands. @param name of the screen, for whoever reads the failure */
export async function expectAccessible(page: Page, name: string, { contrast }: Asked): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Legacy: the page has no frames, and needs no second page to gather their answers.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (contrast ? axe : axe.disableRules('color-contrast')).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect.soft(found, `${name}: what axe finds`).toEqual([]);
}

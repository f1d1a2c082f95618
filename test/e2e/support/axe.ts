import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** `contrast` is the dearest question; its answer is the same in every language, and the only one that a theme changes. */
type Asked = 'everything' | 'contrast' | 'all but contrast';

/** What axe finds on a page as it stands. @param name of the screen, for whoever reads the failure */
export async function expectAccessible(page: Page, name: string, asked: Asked = 'everything'): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const { violations } = await axeFor(page, asked).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect.soft(found, `${name}: what axe finds`).toEqual([]);
}

function axeFor(page: Page, asked: Asked): AxeBuilder {
  // Legacy: the page has no frames, and needs no second page to gather their answers.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (asked === 'everything') return axe;
  return asked === 'contrast' ? axe.withRules('color-contrast') : axe.disableRules('color-contrast');
}

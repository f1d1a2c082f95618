import { expect, type Page } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe; // once it was put into the page
  }
}

/** `contrast` is the dearest question; its answer is the same in every language, and the only one that a theme changes. */
export type Asked = 'everything' | 'contrast' | 'all but contrast';

const optionsFor: Record<Asked, RunOptions> = {
  everything: {},
  contrast: { runOnly: ['color-contrast'] },
  'all but contrast': { rules: { 'color-contrast': { enabled: false } } },
};

/** What axe finds on a page as it stands. @param name of the screen, for whoever reads the failure */
export async function expectAccessible(page: Page, name: string, asked: Asked = 'everything'): Promise<void> {
  await page.evaluate(standsStill);
  const violations = await violationsOn(page, optionsFor[asked]);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect.soft(found, `${name}: what axe finds`).toEqual([]);
}

/** Letters have their shapes, and no colour is on its way to another one. */
async function standsStill(): Promise<void> {
  await document.fonts.ready;
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** Puts axe into the page once, and asks it for what is wrong alone: gathering what is right costs as much again. */
async function violationsOn(page: Page, options: RunOptions): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (asked) => (await window.axe.run(document, { ...asked, resultTypes: ['violations'] })).violations,
    options,
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import config from '../../../playwright.config';

export interface Screen {
  size: { width: number; height: number } | null;
  hasTouch?: boolean;
  /** Of V8, in every page and worker. */
  engineFlags?: string;
}

export const newProfile = (name: string): Promise<string> => mkdtemp(join(tmpdir(), `ghiseu-${name}-`));

/** A browser with a profile of its own, which may be closed and opened again. */
export class Machine {
  readonly profile: string;
  readonly #screen: Screen;
  #context: BrowserContext | null = null;
  #page: Page | null = null;

  protected constructor(profile: string, screen: Screen) {
    this.profile = profile;
    this.#screen = screen;
  }

  get page(): Page {
    if (!this.#page) throw new Error('The browser of this machine is closed.');
    return this.#page;
  }

  /** Opens the page; `prepare` comes before any of its scripts. */
  async open(url: string, prepare: (page: Page) => Promise<void> = async () => {}): Promise<void> {
    const { launchOptions, locale, timezoneId } = config.use ?? {};
    const { size, hasTouch = false, engineFlags } = this.#screen;
    const flags = engineFlags ? [`--js-flags=${engineFlags}`] : [];
    this.#context = await chromium.launchPersistentContext(this.profile, {
      ...launchOptions,
      args: [...(launchOptions?.args ?? []), ...flags],
      viewport: size,
      hasTouch,
      ...(locale ? { locale } : {}),
      ...(timezoneId ? { timezoneId } : {}),
    });
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.#page.setDefaultTimeout(60_000); // says which step waits, rather than that the test took too long
    await prepare(this.#page);
    await this.#page.goto(url);
  }

  /** A second tab of the same profile, beside the one that is worked in. */
  async newTab(url: string): Promise<Page> {
    const tab = await this.page.context().newPage();
    tab.setDefaultTimeout(60_000);
    await tab.goto(url);
    return tab;
  }

  /** Closes the tab that is worked in; from now on it is this one. */
  async goOnIn(tab: Page): Promise<void> {
    await this.page.close();
    this.#page = tab;
  }

  /** Closes the browser; the profile stays. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
    this.#page = null;
  }

  async scrap(): Promise<void> {
    await this.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

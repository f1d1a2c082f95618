import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Locator, type Page } from '@playwright/test';
import config from '../../../playwright.config';

/** A clerk's machine: a browser profile of its own that may be closed and opened again. */
export class Counter {
  readonly profile: string;
  #context: BrowserContext | null = null;
  #page: Page | null = null;

  private constructor(profile: string) {
    this.profile = profile;
  }

  static async newMachine(): Promise<Counter> {
    return new Counter(await mkdtemp(join(tmpdir(), 'ghiseu-counter-')));
  }

  get page(): Page {
    if (!this.#page) throw new Error('The browser of this counter is closed.');
    return this.#page;
  }

  /** Opens the page; `prepare` comes before any of its scripts. */
  async open(url: string, prepare: (page: Page) => Promise<void> = async () => {}): Promise<void> {
    const { launchOptions, viewport, locale, timezoneId } = config.use ?? {};
    this.#context = await chromium.launchPersistentContext(this.profile, {
      ...launchOptions,
      viewport: viewport ?? null,
      ...(locale ? { locale } : {}),
      ...(timezoneId ? { timezoneId } : {}),
    });
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
    await prepare(this.#page);
    await this.#page.goto(url);
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

  async signIn(userName = 'maria', password = 'contor-1'): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Utilizator' }).fill(userName);
    await this.page.getByLabel('Parolă', { exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
    await expect(this.search).toBeVisible();
  }

  get search(): Locator {
    return this.page.getByPlaceholder('Căutați client…');
  }

  get indexField(): Locator {
    return this.page.getByLabel('Index nou').first();
  }

  /** What the meter's block says of the index that was sent. */
  get state(): Locator {
    return this.page.getByRole('main').getByRole('status').last();
  }

  get statusBar(): Locator {
    return this.page.getByLabel('Starea sincronizării');
  }

  /** F2, the client's code, Enter: the account is open and the cursor stands in the yellow field. */
  async openCustomer(clientCode: string): Promise<void> {
    await this.page.keyboard.press('F2');
    await expect(this.search).toBeFocused();
    await this.page.keyboard.type(clientCode);
    await expect(this.page.getByRole('option')).toHaveCount(1);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('main')).toContainText(clientCode);
  }

  /** Types an index and Enter. */
  async enter(index: number): Promise<void> {
    await expect(this.indexField).toBeFocused();
    await this.page.keyboard.type(String(index));
    await this.page.keyboard.press('Enter');
  }
}

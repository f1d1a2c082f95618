import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import config from '../../../playwright.config';
import { childWith, killHard, processTree } from './process-tree';
import { temporaryFolder } from './temporary-folder';
import type { Undo } from './undo';
import { until } from './until';

/** What the screen said of a submission, heard outside the browser. */
export interface Sighting {
  receipt: string;
  state: string;
  text: string;
  atMs: number;
}

/**
 * A clerk's machine: a real Chromium on a profile that outlives it. What its screen says of a submission crosses to this
 * process as it appears, so that a sighting is never the killed browser's own word.
 */
export class CounterBrowser {
  readonly profile: string;
  readonly sightings: Sighting[] = [];
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  #pid: number | null = null;

  private constructor(profile: string) {
    this.profile = profile;
  }

  static async newMachine(undo: Undo): Promise<CounterBrowser> {
    const browser = new CounterBrowser(await temporaryFolder(undo, 'profile'));
    undo.add(() => browser.kill());
    return browser;
  }

  get page(): Page {
    if (!this.#page) throw new Error('This browser is closed.');
    return this.#page;
  }

  /** Opens the page; `prepare` comes before any of its scripts. */
  async open(url: string, prepare: (page: Page) => Promise<void> = async () => {}): Promise<void> {
    const { launchOptions, viewport, locale, timezoneId } = config.use ?? {};
    this.#context = await chromium.launchPersistentContext(this.profile, {
      ...launchOptions,
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      viewport: viewport ?? null,
      ...(locale ? { locale } : {}),
      ...(timezoneId ? { timezoneId } : {}),
    });
    this.#pid = childWith(this.profile);
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.#page = page;
    page.setDefaultTimeout(60_000);
    await page.exposeBinding('chaosSaw', (_, state: string, text: string) => this.#saw(state, text));
    await page.addInitScript({ content: watchStates });
    await prepare(page);
    await page.goto(url);
  }

  async signIn(userName: string, password: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Utilizator' }).fill(userName);
    await this.page.getByLabel('Parolă', { exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
    await this.search.waitFor();
  }

  get search() {
    return this.page.getByPlaceholder('Căutați client…');
  }

  get statusBar() {
    return this.page.getByLabel('Starea sincronizării');
  }

  /** F2, the client's code, Enter. */
  async openCustomer(clientCode: string): Promise<void> {
    await this.page.keyboard.press('F2');
    await this.search.fill(clientCode);
    await this.page.getByRole('option').filter({ hasText: clientCode }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('main').getByText(clientCode).first().waitFor();
    await this.indexField.waitFor();
  }

  get indexField() {
    return this.page.getByLabel('Index nou').first();
  }

  /** Types an index; Enter is the caller's. */
  async type(index: number): Promise<void> {
    await this.indexField.fill(String(index));
  }

  /** Returns with the first sighting after a moment whose text has the index. */
  sightingOf(index: number, sinceMs: number): Promise<Sighting> {
    return until(
      `index ${index} is said to be saved`,
      () => this.sightings.find(({ text, atMs }) => atMs >= sinceMs && text.includes(String(index))) ?? null,
    );
  }

  /** The receipt numbers in the list of what was done here today. */
  async listedToday(): Promise<Set<string>> {
    await this.page.keyboard.press('F4');
    await this.page.getByRole('tab', { name: /Astăzi/ }).click();
    const panel = this.page.getByRole('tabpanel');
    await panel.waitFor();
    return new Set(receiptsIn((await panel.textContent()) ?? ''));
  }

  /** Every process of the browser, to be killed at once. */
  processes(): number[] {
    return this.#pid === null ? [] : processTree(this.#pid);
  }

  /** kill -9 of the whole tree; what was heard before counts, nothing after. */
  async kill(pids = this.processes()): Promise<void> {
    const context = this.#context;
    this.#context = null;
    this.#page = null;
    this.#pid = null;
    if (!context) return;
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    killHard(pids);
    await Promise.race([closed, pause(5_000)]);
  }

  /** As a person closes the window. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
    this.#page = null;
    this.#pid = null;
  }

  #saw(state: string, text: string): void {
    for (const receipt of receiptsIn(text)) this.sightings.push({ receipt, state, text, atMs: Date.now() });
  }
}

const receiptsIn = (text: string): string[] =>
  [...text.matchAll(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]{3}/g)].map(([found]) => found.replaceAll('-', ''));

/**
 * Runs in the page before its own scripts: tells of every state word with its sentence when it appears or changes. As text,
 * because what compiles this file adds to functions what a page does not know.
 */
const watchStates = `(() => {
  const told = new Map();
  const look = () => {
    for (const word of document.querySelectorAll('main [role=status] [data-state]')) {
      const sentence = word.closest('div');
      const text = sentence.textContent;
      if (told.get(sentence) === text) continue;
      told.set(sentence, text);
      window.chaosSaw(word.dataset.state, text);
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
})()`;

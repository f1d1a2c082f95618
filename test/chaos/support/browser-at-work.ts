import type { Page } from '@playwright/test';
import { saveEnrolmentCode } from '../../../src-server/devices/administer';
import { CounterBrowser } from './counter-browser';
import type { Undo } from './undo';
import { ChaosUtility } from './utility';

const code = 'chaos-counter';

/** Customers in turn, so that no index is typed twice for one meter. */
export class Typing {
  readonly #codes: readonly string[];
  #typed = 0;

  constructor(codes: readonly string[]) {
    this.#codes = codes;
  }

  next(): { clientCode: string; index: number } {
    const clientCode = this.#codes[this.#typed % this.#codes.length] ?? '';
    const index = 231 + Math.floor(this.#typed / this.#codes.length);
    this.#typed += 1;
    return { clientCode, index };
  }
}

/** A utility whose counters are real browsers, which enrol themselves by a code in the address. */
export class BrowserUtility {
  readonly utility: ChaosUtility;
  readonly typing: Typing;

  private constructor(utility: ChaosUtility, typing: Typing) {
    this.utility = utility;
    this.typing = typing;
  }

  static async begin(undo: Undo): Promise<BrowserUtility> {
    const utility = await ChaosUtility.begin(undo, { servers: 1, devices: 0, accountsPerOffice: 120 });
    const { database, world } = utility;
    const officeIds = world.offices.map(({ id }) => id);
    const now = new Date().toISOString();
    const counter = { deviceName: 'Ghișeu', surface: 'counter', officeIds, usesLeft: null, now } as const;
    await saveEnrolmentCode(database.db, { ...counter, code });
    const { rows } = await database.pool.query<{ code: string }>(
      'select client_code as code from accounts order by id',
    );
    return new BrowserUtility(utility, new Typing(rows.map((row) => row.code)));
  }

  /** A browser serves a page of its own over http on localhost alone. */
  get url(): string {
    return this.utility.entry.url.replace('127.0.0.1', 'localhost');
  }

  /** A new machine that has pulled everything and keeps the page itself. */
  async newCounter(undo: Undo): Promise<CounterBrowser> {
    const browser = await CounterBrowser.newMachine(undo);
    this.utility.entry.plug();
    await browser.open(`${this.url}/#enrol=${code}`);
    await browser.signIn('ana', this.utility.world.password);
    await browser.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await browser.statusBar.getByText('Sincronizat').waitFor();
    return browser;
  }

  async startAgain(browser: CounterBrowser, prepare?: (page: Page) => Promise<void>): Promise<void> {
    await browser.open(this.url, prepare);
    await browser.signIn('ana', this.utility.world.password);
  }

  /** Saves the next index and returns when the screen says so. @returns its receipt number */
  async save(browser: CounterBrowser): Promise<string> {
    const { clientCode, index } = this.typing.next();
    await browser.openCustomer(clientCode);
    await browser.type(index);
    const sinceMs = Date.now();
    await browser.page.keyboard.press('Enter');
    return (await browser.sightingOf(index, sinceMs)).receipt;
  }

  /** Those of some receipt numbers that are not on the server with one verdict and one accepted revision. */
  async missingOnServer(receipts: Iterable<string>): Promise<string[]> {
    const asked = [...receipts];
    const { rows } = await this.utility.database.pool.query<{ receipt: string }>(
      `select s.receipt_number as receipt from submissions s where s.receipt_number = any($1)
         and (select count(*) from verdicts v where v.submission_id = s.id) = 1
         and (select count(*) from reading_revisions r where r.submission_id = s.id and r.accepted) = 1`,
      [asked],
    );
    const there = new Set(rows.map(({ receipt }) => receipt));
    return asked.filter((receipt) => !there.has(receipt));
  }
}

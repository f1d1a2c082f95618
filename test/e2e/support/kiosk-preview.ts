import { expect, type Locator, type Page } from '@playwright/test';
import type { ParseKeys } from 'i18next';
import type { Language } from '../../../shared/model/primitives';
import { createI18n } from '../../../src-renderer/text/i18n';
import { expectAccessible } from './axe';
import { kioskSizes } from './kiosk';
import { look } from './kiosk-look';

const popescu = { clientCode: '1204587', internalCode: '33921' };

interface Showing {
  url: string;
  language: Language;
  folder: string;
  /** With high contrast and large text. */
  eased?: boolean;
}

/** The kiosk over fake data in one language: walked by the words on it, looked at where a road says so. */
export class KioskPreview {
  readonly page: Page;
  /** What a text of this language looks like, whatever its facts. */
  readonly #words: (key: ParseKeys) => RegExp;
  readonly #url: string;
  readonly #eased: boolean;
  readonly #folder: string;
  readonly #language: Language;
  #lowered = false;

  constructor(page: Page, { url, language, folder, eased = false }: Showing) {
    this.page = page;
    this.#url = url;
    this.#eased = eased;
    this.#folder = folder;
    this.#language = language;
    const i18n = createI18n(language);
    this.#words = (key) => patternOf(i18n.t(key, { skipInterpolation: true }));
  }

  /** A fresh page; `fake` changes what it is about before it is shown. */
  async open(fake = ''): Promise<void> {
    this.#lowered = false;
    await this.page.setViewportSize(kioskSizes.portrait);
    await this.page.goto('about:blank');
    await this.page.goto(`${this.#url}/#kiosk`);
    await this.page.waitForFunction('window.fake');
    if (this.#eased) {
      await this.touch('kiosk.comfort.contrast.name');
      await this.touch('kiosk.comfort.largeText.name');
    }
    await this.change(fake);
  }

  /** Everything in the lower half, as only the tall screen offers it. */
  async lower(): Promise<void> {
    await this.page.setViewportSize(kioskSizes.portrait);
    await this.touch('kiosk.comfort.lowered.name');
    this.#lowered = true;
  }

  async change(fake: string): Promise<void> {
    await this.page.evaluate(`${fake}; fake.changed()`);
  }

  /** Waits for the screen of this title and looks at it at both sizes; lowered, at the one that has it. */
  async at(name: string, title: ParseKeys): Promise<void> {
    const sizes = this.#lowered ? (['portrait'] as const) : (['landscape', 'portrait'] as const);
    for (const size of sizes) {
      await this.page.setViewportSize(kioskSizes[size]);
      await this.title(title);
      await look(this.page, { name: `${name}-${size}`, folder: this.#folder, mayScroll: this.#eased });
    }
    await expectAccessible(this.page, name, this.#language === 'ro' ? 'everything' : 'all but contrast');
  }

  async title(key: ParseKeys): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: this.#words(key) })).toBeVisible();
  }

  /** A button by the beginning of its name. */
  button(key: ParseKeys): Locator {
    return this.page.getByRole('button', { name: this.#words(key) }).first();
  }

  touch = (key: ParseKeys): Promise<void> => this.button(key).click();

  type = (...keys: string[]): Promise<void> => this.#press(keys.join('\n'));

  async says(key: ParseKeys): Promise<void> {
    await expect(this.page.getByText(this.#words(key)).first()).toBeVisible();
  }

  /** Touches the first screen, wherever that is. */
  async begin(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).click();
  }

  /** The large button at the end, which names an amount. */
  async goOn(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button').last().click();
  }

  /** At home: the first of the fake customers, or another by number, has shown the codes. */
  async home(fake = '', accountId = '7'): Promise<void> {
    await this.open(
      `fake.identifyAnswer = { outcome: 'identified', accountId: '${accountId}', checkedBy: 'server' }; ${fake}`,
    );
    await this.#identify();
  }

  /** At home after an e-mail and a password. */
  async signedIn(accountIds: readonly string[] = ['7']): Promise<void> {
    await this.open(
      `fake.customerSignInAnswer = { outcome: 'signed-in', accountIds: ${JSON.stringify(accountIds)} }`,
    );
    await this.begin();
    await this.touch('kiosk.who.email.title');
    await this.title('kiosk.signIn.title');
    await this.type('ana.pop@exemplu.ro', 'parola-mea', '');
  }

  async #identify(): Promise<void> {
    await this.begin();
    await this.touch('kiosk.who.codes.title');
    await this.title('kiosk.codes.title');
    await this.type(popescu.clientCode, popescu.internalCode, '');
    await this.title('kiosk.home.title');
  }

  async #press(text: string): Promise<void> {
    await this.page.keyboard.type(text.replaceAll('\n', '\r'));
  }
}

/** A text's beginning; its facts may be any. */
function patternOf(text: string): RegExp {
  const literal = text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll(/\{\w+\}/g, '.*')}`);
}

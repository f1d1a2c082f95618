import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { ParseKeys } from 'i18next';
import type { Language } from '../../../shared/model/primitives';
import { createI18n } from '../../../src-renderer/text/i18n';
import { type Asked, expectAccessible } from './axe';
import { kioskSizes } from './kiosk';
import { look } from './kiosk-look';

const popescu = { clientCode: '1204587', internalCode: '33921' };

/** How a screen is shown: in one language, and with high contrast and large text or without. */
interface Showing {
  language: Language;
  eased: boolean;
  /** What axe is asked: other words change no colour. */
  asked: Asked;
}

const plain: Showing = { language: 'ro', eased: false, asked: 'everything' };
const showings: Showing[] = [
  plain,
  { language: 'en', eased: false, asked: 'all but contrast' },
  { language: 'hu', eased: false, asked: 'all but contrast' },
  { language: 'ro', eased: true, asked: 'everything' },
];

interface Preview {
  url: string;
  /** Where pictures are kept; null: nowhere. */
  folder: string | null;
}

/** The kiosk over fake data: walked in Romanian by the words on it, looked at in every way where a road says so. */
export class KioskPreview {
  readonly page: Page;
  readonly #preview: Preview;
  #lowered = false;

  constructor(page: Page, preview: Preview) {
    this.page = page;
    this.#preview = preview;
  }

  /** A fresh page; `fake` changes what it is about before it is shown. */
  async open(fake = ''): Promise<void> {
    this.#lowered = false;
    await this.page.setViewportSize(kioskSizes.portrait);
    await this.page.goto('about:blank');
    await this.page.goto(`${this.#preview.url}/#kiosk`);
    await this.page.waitForFunction('window.fake');
    await this.change(fake);
  }

  /** Everything in the lower half, as only the tall screen offers it. */
  async lower(): Promise<void> {
    await this.page.setViewportSize(kioskSizes.portrait);
    await this.touch('kiosk.comfort.lowered.name');
    this.#lowered = true;
  }

  /** From the next page on the browser speaks every language of the kiosk. */
  async giveVoices(): Promise<void> {
    await this.page.addInitScript(() => {
      const getVoices = () => ['ro-RO', 'en-GB', 'hu-HU'].map((lang) => ({ lang }));
      const speechSynthesis = { getVoices, speak: () => undefined, cancel: () => undefined };
      Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class {} });
    });
  }

  async change(fake: string): Promise<void> {
    await this.page.evaluate(`${fake}; fake.changed()`);
  }

  /** Waits for the screen of this title and looks at it at both sizes; lowered, at the one that has it. */
  async at(name: string, title: ParseKeys): Promise<void> {
    await this.title(title);
    for (const showing of showings) {
      await this.#show(showing, title);
      await this.#lookAt(name, { showing, touched: true });
    }
    await this.#show(plain, title);
  }

  /** The same for a page without the bar: nothing eases it. @param touched false: it is for staff with a keyboard */
  async bare(name: string, title: ParseKeys, { touched }: { touched: boolean }): Promise<void> {
    for (const showing of showings.filter(({ eased }) => !eased)) {
      await this.page.evaluate((language) => window.showIn(language), showing.language);
      await this.title(title, showing.language);
      await this.#lookAt(name, { showing, touched });
    }
    await this.page.evaluate(() => window.showIn('ro'));
  }

  async #lookAt(name: string, { showing, touched }: { showing: Showing; touched: boolean }): Promise<void> {
    const sizes = this.#lowered ? (['portrait'] as const) : (['landscape', 'portrait'] as const);
    const shown = nameOf(showing);
    for (const size of sizes) {
      await this.page.setViewportSize(kioskSizes[size]);
      await look(this.page, {
        name: `${shown}: ${name}-${size}`,
        picture: this.#preview.folder && join(this.#preview.folder, shown, `${name}-${size}.png`),
        mayScroll: showing.eased,
        touched,
      });
      if (showing === plain && size === 'landscape')
        await expectAccessible(this.page, `${shown}: ${name}-landscape`, 'all but contrast');
    }
    await expectAccessible(this.page, `${shown}: ${name}`, showing.asked);
  }

  async #show({ language, eased }: Showing, title: ParseKeys): Promise<void> {
    await this.page.evaluate(
      ([chosen, isEased]) => {
        window.showIn(chosen);
        for (const name of ['contrast', 'largeText']) {
          const toggle = document.querySelector<HTMLButtonElement>(`button[data-name=${name}]`);
          if (!toggle) throw new Error(`There is no button for ${name} on this screen.`);
          if ((toggle.ariaPressed === 'true') !== isEased) toggle.click(); // also where a question stands in front of it
        }
      },
      [language, eased] as const,
    );
    await this.title(title, language);
  }

  async title(key: ParseKeys, language: Language = 'ro'): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: wordsOf(key, language) });
    await expect(title).toBeVisible();
  }

  /** A button by the beginning of its name. */
  button(key: ParseKeys): Locator {
    return this.page.getByRole('button', { name: wordsOf(key) }).first();
  }

  touch = (key: ParseKeys): Promise<void> => this.button(key).click();

  type = (...keys: string[]): Promise<void> => this.#press(keys.join('\n'));

  async says(key: ParseKeys): Promise<void> {
    await expect(this.page.getByText(wordsOf(key)).first()).toBeVisible();
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

const nameOf = ({ language, eased }: Showing): string => (eased ? `${language}-eased` : language);

const words = { ro: createI18n('ro'), en: createI18n('en'), hu: createI18n('hu') };

/** What a text looks like, whatever its facts. */
const wordsOf = (key: ParseKeys, language: Language = 'ro'): RegExp =>
  patternOf(words[language].t(key, { skipInterpolation: true }));

/** A text's beginning; its facts may be any, and its spaces of any sort. */
function patternOf(text: string): RegExp {
  const literal = text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll(/\{\w+\}/g, '.*').replaceAll(/\s/g, '\\s')}`);
}

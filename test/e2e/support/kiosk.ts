import { expect, type Locator, type Page } from '@playwright/test';
import type { CentralServer } from './central-server';
import { Machine, newProfile } from './machine';

export const kioskSizes = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1366, height: 768 },
} as const;
export type KioskSize = keyof typeof kioskSizes;
export const kioskSizeNames = Object.keys(kioskSizes) as KioskSize[];

export interface Codes {
  clientCode: string;
  internalCode: string;
}

const enrolment = '#enrol=infochiosc-petrosani';

/** A machine in the lobby, touched with a finger. It counts the touches, those of digits and letters apart. */
export class Kiosk extends Machine {
  touches = 0;
  keys = 0;
  /** The text of each sheet that went to the printer. */
  readonly printed: string[] = [];

  static async newMachine(size: KioskSize, engineFlags = ''): Promise<Kiosk> {
    const screen = { size: kioskSizes[size], hasTouch: true, engineFlags };
    return new Kiosk(await newProfile(`kiosk-${size}`), screen);
  }

  /** A new machine that serves customers. */
  static async atWork(server: CentralServer, size: KioskSize): Promise<Kiosk> {
    const kiosk = await Kiosk.newMachine(size);
    await kiosk.enrol(server);
    await kiosk.expectOnline();
    return kiosk;
  }

  /** Becomes a device of its own and fetches what it has to hold. */
  async enrol({ url }: CentralServer): Promise<void> {
    await this.switchOn(`${url}/${enrolment}`);
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)); // the page itself is kept
  }

  /** The page as it comes after a night, whether or not the server is there. */
  async switchOn(url: string): Promise<void> {
    await this.open(url, (page) => this.#watchPrinter(page));
    await this.expectWaiting();
  }

  async #watchPrinter(page: Page): Promise<void> {
    await page.exposeFunction('sheetPrinted', (text: string) => this.printed.push(text));
    await page.addInitScript(`window.print = () => window.sheetPrinted(document.body.textContent)`);
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  button(name: string): Locator {
    const begins = new RegExp(`^${name.replaceAll(/[.?*+()[\]^$|\\]/g, '\\$&')}`);
    return this.page.getByRole('button', { name: begins });
  }

  /** For the next customer: the first screen, with everything that it needs. */
  async expectWaiting(): Promise<void> {
    const welcome = this.page.getByRole('heading', { level: 1, name: /^Bun venit!/ });
    await expect(welcome).toBeVisible({ timeout: 60_000 });
  }

  async expectOnline(): Promise<void> {
    await expect(this.page.getByText('Acum nu avem legătură cu serverul')).toHaveCount(0, {
      timeout: 60_000,
    });
  }

  async expectOffline(): Promise<void> {
    await expect(this.page.getByText('Acum nu avem legătură cu serverul')).toBeVisible({ timeout: 60_000 });
  }

  /** A finger on the button whose name begins so. */
  async touch(name: string): Promise<void> {
    await this.button(name).tap();
    this.touches += 1;
  }

  /** Digits on the keypad. */
  async dial(digits: string): Promise<void> {
    await this.#press('Cifre', digits);
  }

  /** Letters, digits and signs on the keyboard; capitals by its shift key. */
  async write(text: string): Promise<void> {
    await this.#press('Litere și cifre', text);
  }

  /** As fast as a finger can: the keys are looked for once, and stand still (VISUAL.md) while it touches them. */
  async #press(keys: string, text: string): Promise<void> {
    const board = this.page.getByRole('group', { name: keys, exact: true });
    await expect(board).toBeVisible();
    const places = await board.evaluate(placesOfKeys);
    const fingerOn = async (key: string) => {
      const place = places[key];
      if (!place) throw new Error(`There is no key ${key} on «${keys}».`);
      await this.page.touchscreen.tap(place.x, place.y);
      this.keys += 1;
    };
    for (const sign of text) {
      if (sign !== sign.toLowerCase()) await fingerOn('Literă mare');
      await fingerOn(sign.toLowerCase());
    }
  }

  /** The scanner is a keyboard: its keys come one behind the other, and nobody waits for what they do. */
  async scan(barcode: string): Promise<void> {
    const keyboard = await this.page.context().newCDPSession(this.page);
    const keys = [...barcode].map((key) => ({ key, text: key }));
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
    await Promise.all(
      [...keys, enter].flatMap((key) => [
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key }),
      ]),
    );
    await keyboard.detach();
  }

  /** From the first screen to the codes, typed and sent. */
  async tryCodes({ clientCode, internalCode }: Codes): Promise<void> {
    await this.touch('Română Atingeți');
    await this.touch('Cu o factură');
    await this.typeCodes({ clientCode, internalCode });
  }

  async typeCodes({ clientCode, internalCode }: Codes): Promise<void> {
    await this.dial(clientCode);
    await this.touch('Mai departe');
    await this.dial(internalCode);
    await this.touch('Mai departe');
  }

  /** From the first screen to the tiles. */
  async identify(codes: Codes): Promise<void> {
    await this.tryCodes(codes);
    await expect(this.title).toHaveText('Ce doriți să faceți?');
  }

  /** «Gata»: the page starts afresh. */
  async leave(): Promise<void> {
    await this.touch('Gata');
    await this.expectWaiting();
  }

  /** As it stands on the result page. */
  async receiptNumber(): Promise<string> {
    const card = this.page.getByRole('region', { name: 'Număr de înregistrare' });
    const words = await card.textContent();
    return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(words ?? '')?.[0] ?? '';
  }
}

const placesOfKeys = (board: Element): Record<string, { x: number; y: number }> =>
  Object.fromEntries(
    [...board.querySelectorAll('button')].map((key) => {
      const { x, y, width, height } = key.getBoundingClientRect();
      return [key.getAttribute('aria-label') ?? key.textContent, { x: x + width / 2, y: y + height / 2 }];
    }),
  );

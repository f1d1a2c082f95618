import { expect, type Locator } from '@playwright/test';
import config from '../../../playwright.config';
import { Machine, newProfile } from './machine';

/** A clerk's machine. */
export class Counter extends Machine {
  static async newMachine(): Promise<Counter> {
    return new Counter(await newProfile('counter'), { size: config.use?.viewport ?? null });
  }

  /** The first sign-in asks the server, which a busy machine may not answer in time: then a clerk tries again. */
  async signIn(userName = 'maria', password = 'contor-1'): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Utilizator' }).fill(userName);
    await this.page.getByLabel('Parolă', { exact: true }).fill(password);
    const enter = this.page.getByRole('button', { name: 'Intrare', exact: true });
    await expect(async () => {
      if (!(await this.search.isVisible())) await enter.click({ timeout: 5_000 });
      await expect(this.search).toBeVisible({ timeout: 15_000 });
    }).toPass({ timeout: 120_000 });
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
    const header = this.page.locator('header', { has: this.page.getByRole('heading', { level: 1 }) });
    await expect(header).toContainText(clientCode);
  }

  /** Types an index and Enter. */
  async enter(index: number): Promise<void> {
    await expect(this.indexField).toBeFocused();
    await this.page.keyboard.type(String(index));
    await this.page.keyboard.press('Enter');
  }
}

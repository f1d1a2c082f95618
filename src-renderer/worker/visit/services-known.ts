import { BehaviorSubject } from 'rxjs';
import { z } from 'zod';
import type { KioskServices } from '../../../shared/sync/device';
import type { KeptStore } from '../db/kept-store';
import { keepInPassing } from '../startup/keep-in-passing';
import { importHintKey } from './codes';

const Known = z.object({
  hintKey: z.instanceof(CryptoKey).nullable(), // null before the server has greeted this device as a kiosk
  cardTerminal: z.boolean(),
  paymentPage: z.boolean(),
});
type Known = z.infer<typeof Known>;

const keptName = 'kiosk-services';
const nothing: Known = { hintKey: null, cardTerminal: false, paymentPage: false };

/** What the server last said of this kiosk, kept so that codes can be checked after a start without a network. */
export class ServicesKnown {
  readonly state$ = new BehaviorSubject<Known>(nothing);
  readonly #kept: KeptStore;

  constructor(kept: KeptStore) {
    this.#kept = kept;
  }

  get now(): Known {
    return this.state$.value;
  }

  /** @throws when what is kept cannot be read */
  async recall(): Promise<void> {
    const kept = Known.safeParse(await this.#kept.get(keptName));
    if (kept.success) this.state$.next(kept.data);
  }

  /** @param services null: this device is a counter */
  async learn(services: KioskServices | null): Promise<void> {
    if (!services) return;
    const { codeHintKey, cardTerminal, paymentPage } = services;
    this.state$.next({ hintKey: await importHintKey(codeHintKey), cardTerminal, paymentPage });
    await keepInPassing(this.#kept, keptName, this.now);
  }
}

import { z } from 'zod';
import type { KeptStore } from '../db/kept-store';

/** Wrong passwords tried on this device while the server was away. */
const Failures = z.object({ count: z.int(), lockedUntilMs: z.number() });
type Failures = z.infer<typeof Failures>;

const freeTries = 3;
const firstDelayMs = 5_000;
const mostDelayMs = 15 * 60_000;

/** After three wrong tries each further one waits twice as long, from 5 s to 15 min; a restart does not shorten it. */
export class LockOut {
  readonly #kept: KeptStore;

  constructor(kept: KeptStore) {
    this.#kept = kept;
  }

  /** How long a person must still wait, in ms; 0: may try. @param nowMs the device's best time, ms since 1970 */
  async remainingMs(userName: string, nowMs: number): Promise<number> {
    const { lockedUntilMs } = await this.#failures(userName);
    return Math.min(mostDelayMs, Math.max(0, lockedUntilMs - nowMs));
  }

  async failed(userName: string, nowMs: number): Promise<void> {
    const count = (await this.#failures(userName)).count + 1;
    const delayMs = count < freeTries ? 0 : Math.min(mostDelayMs, firstDelayMs * 2 ** (count - freeTries));
    await this.#keep(userName, { count, lockedUntilMs: nowMs + delayMs });
  }

  async succeeded(userName: string): Promise<void> {
    await this.#keep(userName, { count: 0, lockedUntilMs: 0 });
  }

  async #failures(userName: string): Promise<Failures> {
    const kept = Failures.safeParse(await this.#kept.get(keyOf(userName)));
    return kept.success ? kept.data : { count: 0, lockedUntilMs: 0 };
  }

  #keep(userName: string, failures: Failures): Promise<void> {
    return this.#kept.put(keyOf(userName), failures);
  }
}

const keyOf = (userName: string): string => `sign-in failures ${userName}`;

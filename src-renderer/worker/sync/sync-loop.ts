import type { CollectionName } from '../../../shared/sync/collections';
import { type Greeting, Welcome } from '../../../shared/sync/device';
import { routes } from '../../../shared/sync/routes';
import type { StorageHealth } from '../db/storage-health';
import { delayMs } from './backoff';
import type { Connection } from './connection';
import { ExchangeError } from './exchange-error';
import { Nudge } from './nudge';
import type { Pace } from './pace';
import { listen } from './stream';

export interface SyncLoopSetting {
  connection: Connection;
  pace: Pace;
  random: () => number;
  monotonicMs: () => number;
  /** What shows the server that it was restored. */
  greeting(): Promise<Greeting>;
  /** The server greets this device: sees to the right cache and starts the replications. */
  onWelcome(welcome: Welcome): Promise<void>;
  onPoke(collections: readonly CollectionName[]): void;
  /** Whatever was missed may have changed. */
  onReconnect(): void;
  onRevoked(): Promise<void>;
  /** Told when the server greets and this device cannot follow: then its own storage is the trouble. */
  health: StorageHealth;
}

/** A stream that ends sooner than this after it opened counts as one that could not be had. */
const shortStreamMs = 5_000;

const greeting = 'greeting';

/**
 * Greets the server, listens to its pokes for as long as the stream lives, and begins again. It alone probes a server
 * that cannot be reached; every other loop waits until this one, or any exchange, has reached it.
 */
export class SyncLoop {
  readonly #setting: SyncLoopSetting;
  readonly #sooner = new Nudge();
  #listening: AbortController | null = null;
  #again = false; // asked for since the last greeting began
  /** Greetings that failed, one after another. */
  #ungreeted = 0;
  /** Streams that could not be had, or not for long, one after another: an outage before them makes no wait longer. */
  #unheard = 0;

  constructor(setting: SyncLoopSetting) {
    this.#setting = setting;
  }

  /** Greets again at once: the person asked, or the server speaks of another epoch. */
  greetAgain(): void {
    this.#again = true;
    this.#listening?.abort();
    this.#sooner.nudge();
  }

  /** Something else could not reach the server, or was turned away: the stream may be dead without having ended. */
  doubtStream(): void {
    this.#listening?.abort();
  }

  /** Tries at once if it is waiting for its next try. */
  tryNow(): void {
    this.#sooner.nudge();
  }

  /** Runs until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waitMs = await this.#round(signal);
      if (waitMs > 0) await this.#sooner.wait(waitMs, signal);
    }
  }

  /** @returns how long to wait before the next round, in ms */
  async #round(signal: AbortSignal): Promise<number> {
    this.#again = false;
    try {
      await this.#greet(signal);
      this.#ungreeted = 0;
    } catch (error) {
      this.#ungreeted += 1;
      if (!(error instanceof ExchangeError)) this.#localTrouble(error);
      return this.#untilNextTry(error, this.#ungreeted);
    }
    if (signal.aborted || this.#again) return 0;
    try {
      const lastedMs = await this.#listen(signal);
      this.#unheard = lastedMs < shortStreamMs ? this.#unheard + 1 : 0;
      if (this.#unheard === 0) return 0;
      const { pace, random } = this.#setting;
      return Math.min(pace.withoutStreamMs, delayMs(pace.trouble, this.#unheard, random()));
    } catch (error) {
      this.#unheard += 1;
      if (!(error instanceof ExchangeError)) this.#localTrouble(error);
      return this.#untilNextTry(error, this.#unheard);
    }
  }

  async #greet(signal: AbortSignal): Promise<void> {
    const { connection, pace, onWelcome, onRevoked, health } = this.#setting;
    try {
      const timeoutMs = pace.requestTimeoutMs;
      const body = await this.#greeting();
      const request = { path: routes.welcome, body, reply: Welcome, timeoutMs, signal };
      const welcome = await connection.exchange(request);
      connection.welcomed();
      await onWelcome(welcome);
      health.worked(greeting);
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      if (error.code === 'device-revoked') await onRevoked();
      else if (error.kind !== 'unreachable' && error.code !== 'too-fast') connection.notWelcome();
      throw error;
    }
  }

  /** A device that cannot read what it knows greets all the same. */
  #greeting(): Promise<Greeting> {
    return this.#setting.greeting().catch((error: unknown) => {
      console.error('sync: what this device knows of the server could not be read', error);
      return { epoch: null, checkpoints: {}, settled: [] };
    });
  }

  /** @returns how long the stream lasted, in ms */
  async #listen(signal: AbortSignal): Promise<number> {
    const { connection, pace, monotonicMs, onPoke, onReconnect } = this.#setting;
    this.#listening = new AbortController();
    const either = AbortSignal.any([signal, this.#listening.signal]);
    let openedMs: number | null = null;
    const opened = (): void => {
      openedMs = monotonicMs();
      onReconnect();
    };
    try {
      await listen(
        connection,
        { opened, poked: onPoke },
        { signal: either, silenceMs: pace.streamSilenceMs },
      );
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      onReconnect(); // the server greeted but gives no stream: pull without being poked
      throw error;
    } finally {
      this.#listening = null;
    }
    return openedMs === null ? 0 : monotonicMs() - openedMs;
  }

  #localTrouble(error: unknown): void {
    console.error('sync: a round failed', error);
    this.#setting.health.failed(greeting, error);
  }

  #untilNextTry(error: unknown, tries: number): number {
    const { pace, random, connection } = this.#setting;
    const exchange = error instanceof ExchangeError ? error : null;
    const unreachable = exchange?.kind === 'unreachable' && !connection.reachable$.value;
    const waitMs = delayMs(unreachable ? pace.unreachable : pace.trouble, tries, random());
    return Math.max(waitMs, exchange?.retryAfterMs ?? 0);
  }
}

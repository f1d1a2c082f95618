import { BehaviorSubject, filter, firstValueFrom, fromEvent, race } from 'rxjs';
import { z } from 'zod';
import { CollectionName } from '../../../shared/sync/collections';
import type { ComparisonView } from '../../data/care-api';
import type { DeviceClock } from '../clock';
import type { KeptStore } from '../db/kept-store';
import type { LocalData } from '../db/local-data';
import { keepInPassing } from '../startup/keep-in-passing';
import { pause } from '../sync/backoff';
import type { Connection } from '../sync/connection';
import type { Replications } from '../sync/replications';
import { compareCollection } from './compare-collection';

export interface ComparisonSetting {
  connection: Connection;
  replications: Replications;
  local: LocalData;
  kept: KeptStore;
  clock: DeviceClock;
  random: () => number;
}

type Last = NonNullable<ComparisonView['last']>;

const KeptLast = z.object({
  at: z.string(),
  outcome: z.enum(['same', 'different', 'unfinished']),
  collections: z.array(
    z.object({
      collection: CollectionName,
      here: z.int().nullable(),
      atServer: z.int().nullable(),
      same: z.boolean(),
    }),
  ),
});

const lastKey = 'comparison';
const renewedKey = 'cache-renewed-at';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const jitterMs = 600_000; // so that the devices of a utility do not all ask when it opens
const timeoutMs = 120_000; // of one request
const wholeMs = 300_000;

/**
 * Compares what this device holds with the server by counts and hashes: once a day, and when somebody asks. Where they
 * differ, a new cache is built; on its own the device does so once a day at most, so that a defect does not make it pull
 * everything over and over.
 */
export class Comparison {
  readonly view$ = new BehaviorSubject<ComparisonView>({ last: null, running: false });
  /** Builds a new cache. Set by the one who keeps them. @returns false when it cannot now */
  renew: () => Promise<boolean> = async () => false;
  readonly #setting: ComparisonSetting;
  #signal = AbortSignal.abort();
  #running: Promise<void> | null = null;

  constructor(setting: ComparisonSetting) {
    this.#setting = setting;
  }

  /** Compares every day until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    await this.#recall().catch((error: unknown) =>
      console.error('the last comparison cannot be read', error),
    );
    while (!signal.aborted) {
      await pause(this.#untilDueMs(), signal);
      await this.#setting.connection.whenReachable(signal);
      if (!signal.aborted) await this.#once(false).catch((error: unknown) => this.#failed(error, signal));
    }
  }

  async #recall(): Promise<void> {
    const last = KeptLast.safeParse(await this.#setting.kept.get(lastKey));
    if (last.success) this.view$.next({ ...this.view$.value, last: last.data });
  }

  async #failed(error: unknown, signal: AbortSignal): Promise<void> {
    console.error('the comparison failed and is made again in an hour', error);
    await pause(hourMs, signal);
  }

  /** Compares now, because somebody asks. */
  now(): Promise<void> {
    return this.#once(true);
  }

  #untilDueMs(): number {
    const { clock, random } = this.#setting;
    const { last } = this.view$.value;
    const everyMs = last?.outcome === 'unfinished' ? hourMs : dayMs;
    const sinceMs = last ? clock.nowMs() - Date.parse(last.at) : everyMs;
    return Math.min(everyMs, Math.max(0, everyMs - sinceMs)) + random() * jitterMs;
  }

  #once(asked: boolean): Promise<void> {
    this.#running ??= this.#compare(asked).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #compare(asked: boolean): Promise<void> {
    let { last } = this.view$.value;
    this.view$.next({ last, running: true });
    try {
      const collections = await this.#collections();
      last = { at: this.#setting.clock.now(), outcome: outcomeOf(collections), collections };
      await keepInPassing(this.#setting.kept, lastKey, last);
    } finally {
      this.view$.next({ last, running: false });
    }
    if (last.outcome === 'different') await this.#different(last, asked);
  }

  /** Those that could not be compared have `atServer: null`; none, when the cache was swapped meanwhile. */
  async #collections(): Promise<Last['collections']> {
    const { local, replications, connection } = this.#setting;
    const { cache } = local;
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(wholeMs)]);
    const compared: Last['collections'] = [];
    if (!cache || local.building$.value) return compared;
    for (const collection of cache.held) {
      const none = { collection, here: null, atServer: null, same: false };
      if (!replications.firstSync$.value.complete.has(collection)) {
        compared.push(none);
        continue;
      }
      const comparing = { connection, replications, cache, timeoutMs, signal };
      const result = compareCollection(comparing, collection);
      compared.push(await result.catch((error: unknown) => notCompared(none, error)));
      if (local.cache !== cache) return [];
    }
    return compared;
  }

  async #different(last: Last, asked: boolean): Promise<void> {
    const { kept, clock } = this.#setting;
    console.error('what this device holds is not what the server has', JSON.stringify(last.collections));
    const renewedAt = await kept.get(renewedKey);
    const lately = typeof renewedAt === 'string' && clock.nowMs() - Date.parse(renewedAt) < dayMs;
    if (lately && !asked) return;
    if (!(await this.renew())) return;
    await keepInPassing(kept, renewedKey, clock.now());
    this.#whenBuilt().catch((error: unknown) => console.error('the new cache was not compared', error));
  }

  /** The new cache is compared too: what is shown is how things are now. */
  async #whenBuilt(): Promise<void> {
    const signal = this.#signal;
    const built$ = this.#setting.local.building$.pipe(filter((cache) => cache === null));
    await firstValueFrom(race(built$, fromEvent(signal, 'abort')));
    if (!signal.aborted) await this.#once(false);
  }
}

function notCompared(none: Last['collections'][number], error: unknown): Last['collections'][number] {
  console.warn(`${none.collection}: could not be compared`, error);
  return none;
}

function outcomeOf(collections: Last['collections']): Last['outcome'] {
  if (collections.some(({ atServer, same }) => atServer !== null && !same)) return 'different';
  const whole = collections.length > 0 && collections.every(({ atServer }) => atServer !== null);
  return whole ? 'same' : 'unfinished';
}

import type { BehaviorSubject } from 'rxjs';
import { z } from 'zod';
import type { Welcome } from '../../../shared/sync/device';
import type { DeviceState } from '../../data/data-api';
import { type CacheKey, openCache } from '../db/cache';
import { settleFromCache } from '../own/follow-verdicts';
import { Outbox } from '../sync/outbox';
import { SyncLoop } from '../sync/sync-loop';
import type { DeviceParts } from './device-parts';
import { type DeviceRecord, saveDeviceRecord } from './device-record';

const KeptCacheKey = z.object({ epoch: z.string(), scopeVersion: z.string() });
const cacheKeyName = 'cache-key';
const revokedName = 'revoked';

/** An enrolled device at work: its cache, the loop that keeps it true, and the outbox. */
export class DeviceSync {
  readonly #parts: DeviceParts;
  readonly #state$: BehaviorSubject<DeviceState>;
  readonly #loop: SyncLoop;
  readonly #outbox: Outbox;
  #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(parts: DeviceParts, state$: BehaviorSubject<DeviceState>) {
    this.#parts = parts;
    this.#state$ = state$;
    const { connection, ledger, kept, clock, replications, deps } = parts;
    const common = {
      connection,
      pace: deps.pace,
      random: deps.random,
      monotonicMs: () => clock.monotonicMs(),
    };
    this.#outbox = new Outbox({
      ...{ ...common, ledger, kept },
      onEpoch: (epoch) => this.#heardEpoch(epoch),
      deviceId: () => parts.enrolled.record?.device.id ?? null,
    });
    this.#loop = new SyncLoop({
      ...common,
      onWelcome: (welcome) => this.#welcomed(welcome),
      onPoke: (collections) => replications.resync(collections),
      onReconnect: () => replications.resyncAll(),
      onRevoked: () => this.#revoked(),
      health: parts.health,
    });
    connection.reachable$.subscribe((reachable) => {
      if (!reachable) this.#loop.doubtStream();
    });
    parts.onOtherEpoch.call = () => this.#loop.greetAgain();
  }

  /** Opens what the last run pulled, so that work begins before the server answers, and starts to synchronise. */
  async begin(record: DeviceRecord): Promise<void> {
    this.#stopping = new AbortController();
    this.#parts.enrolled.record = record;
    const revoked = (await this.#parts.kept.get(revokedName)) === true;
    const key = KeptCacheKey.safeParse(await this.#parts.kept.get(cacheKeyName));
    if (key.success) await this.#open(key.data);
    if (revoked) await this.#dropCache(); // a wipe that was cut short is finished
    this.#state$.next({ state: revoked ? 'revoked' : 'ready', device: record.device });
    const { signal } = this.#stopping;
    this.#running = Promise.all([this.#loop.run(signal), this.#outbox.run(signal)]).catch((error: unknown) =>
      console.error('sync: a loop ended', error),
    );
  }

  tryNow(): void {
    this.#loop.tryNow();
    this.#outbox.nudge();
    this.#parts.replications.resyncAll();
  }

  /** Stops everything under way; what is kept stays. */
  async end(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#parts.replications.stop();
    const { cache } = this.#parts.local;
    this.#parts.local.cache$.next(null);
    await cache?.close();
  }

  async #welcomed(welcome: Welcome): Promise<void> {
    const { local, replications, enrolled, kept, deps } = this.#parts;
    const { device, epoch, scopeVersion } = welcome;
    if (enrolled.record && JSON.stringify(enrolled.record.device) !== JSON.stringify(device)) {
      enrolled.record = { ...enrolled.record, device };
      await saveDeviceRecord(deps.secrets, enrolled.record).catch((error: unknown) =>
        console.error(
          'the new name or office of this device could not be kept; the next start asks again',
          error,
        ),
      );
    }
    this.#parts.sentinel.learn({ deviceId: device.id, sealingKey: welcome.sealingKey });
    if (await kept.get(revokedName)) await kept.put(revokedName, false);
    const key = local.cache?.key;
    if (key?.epoch !== epoch || key.scopeVersion !== scopeVersion)
      await this.#switchTo({ epoch, scopeVersion });
    this.#state$.next({ state: 'ready', device });
    replications.start(welcome.counts);
  }

  /** Another epoch or scope: a new cache, in which every submission is without a verdict and so offered again. */
  async #switchTo(key: CacheKey): Promise<void> {
    await this.#dropCache();
    await this.#open(key);
    await this.#parts.kept.put(cacheKeyName, key);
  }

  async #open(key: CacheKey): Promise<void> {
    const { local, replications, ledger, deps } = this.#parts;
    const cache = await openCache(deps, key);
    await replications.recall(cache);
    local.cache$.next(cache);
    await settleFromCache(local, ledger);
  }

  async #dropCache(): Promise<void> {
    const { local, replications } = this.#parts;
    const { cache } = local;
    await replications.stop();
    local.cache$.next(null);
    if (!cache) return;
    await replications.forget(cache);
    await cache.remove();
  }

  /** What was pulled goes; what waits stays. */
  async #revoked(): Promise<void> {
    const { session, enrolled, kept } = this.#parts;
    session.end();
    await kept.put(revokedName, true);
    await this.#dropCache();
    if (enrolled.record) this.#state$.next({ state: 'revoked', device: enrolled.record.device });
  }

  #heardEpoch(epoch: string): void {
    const { cache } = this.#parts.local;
    if (cache && cache.key.epoch !== epoch) this.#loop.greetAgain();
  }
}

import { type BehaviorSubject, filter } from 'rxjs';
import type { Welcome } from '../../../shared/sync/device';
import type { DeviceState } from '../../data/device-api';
import { OrderOffers } from '../orders/offer-orders';
import { settleFrom } from '../own/follow-verdicts';
import { learnLastSeq } from '../own/last-seq-at-server';
import { verifiersPrefix } from '../sign-in/sign-in';
import { keepInPassing } from '../startup/keep-in-passing';
import { isCache } from '../startup/own-databases';
import { Outbox } from '../sync/outbox';
import type { Replications } from '../sync/replications';
import { SyncLoop } from '../sync/sync-loop';
import { Caches } from './caches';
import type { DeviceParts } from './device-parts';
import { type DeviceRecord, saveDeviceRecord } from './device-record';
import { greetingOf } from './greeting';
import { isSelfService } from './surface';

const revokedName = 'revoked';

/** An enrolled device at work: its caches, the loop that keeps them true, and the outbox. */
export class DeviceSync {
  readonly #parts: DeviceParts;
  readonly #state$: BehaviorSubject<DeviceState>;
  readonly #loop: SyncLoop;
  readonly #outbox: Outbox;
  readonly #offers: OrderOffers;
  readonly #caches: Caches;
  #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(parts: DeviceParts, state$: BehaviorSubject<DeviceState>) {
    this.#parts = parts;
    this.#state$ = state$;
    const { connection, ledger, kept, clock, deps, health } = parts;
    const common = {
      connection,
      pace: deps.pace,
      random: deps.random,
      monotonicMs: () => clock.monotonicMs(),
    };
    this.#outbox = new Outbox({
      ...{ ...common, ledger, kept, health },
      onEpoch: (epoch) => this.#heardEpoch(epoch),
      deviceId: () => parts.enrolled.record?.device.id ?? null,
    });
    this.#offers = new OrderOffers({
      ...{ ...common, orders: parts.orders, now: () => clock.now() },
      onEpoch: (epoch) => this.#heardEpoch(epoch),
      kioskId: () => (isSelfService(parts) ? (parts.enrolled.record?.device.id ?? null) : null),
    });
    this.#loop = new SyncLoop({
      ...common,
      greeting: () => greetingOf(parts),
      onWelcome: (welcome) => this.#welcomed(welcome),
      onPoke: (collections) => this.#pulling((replications) => replications.resync(collections)),
      onReconnect: () => this.#pulling((replications) => replications.resyncAll()),
      onRevoked: () => this.#revoked(),
      health,
    });
    this.#caches = new Caches(parts, () => this.#loop.greetAgain());
    parts.comparison.renew = () => this.#caches.renew();
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
    await this.#caches.begin();
    if (revoked) await this.#caches.drop(); // a wipe that was cut short is finished
    this.#state$.next({ state: revoked ? 'revoked' : 'ready', device: record.device });
    const { signal } = this.#stopping;
    this.#renewDamaged(signal);
    const loops = [this.#loop, this.#outbox, this.#offers, this.#parts.comparison];
    const ended = (error: unknown): void => console.error('sync: a loop ended', error);
    this.#running = Promise.all(loops.map((loop) => loop.run(signal).catch(ended)));
  }

  /**
   * A part of the cache that had to be made anew under way is empty, and the rest believes that it is whole. Once a run: a
   * disk on which nothing opens at first would have everything pulled for ever; the daily comparison finds what is left.
   */
  #renewDamaged(signal: AbortSignal): void {
    const { rebuilt, prefix } = this.#parts.deps;
    const failed = (error: unknown): void => console.error('a damaged cache could not be renewed', error);
    const damaged$ = rebuilt.added$.pipe(filter((name) => isCache(name, prefix)));
    const renewing = damaged$.subscribe(() => {
      this.#caches.renew().then((isRenewed) => {
        if (isRenewed) renewing.unsubscribe();
      }, failed);
    });
    signal.addEventListener('abort', () => renewing.unsubscribe());
  }

  tryNow(): void {
    this.#loop.tryNow();
    this.#outbox.nudge();
    this.#pulling((replications) => replications.resyncAll());
  }

  /** Stops everything under way; what is kept stays. */
  async end(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#caches.end();
  }

  /** What is shown, and what is built beside it. */
  #pulling(each: (replications: Replications) => void): void {
    each(this.#parts.replications);
    each(this.#parts.building);
  }

  async #welcomed(welcome: Welcome): Promise<void> {
    const { enrolled, kept, deps, sentinel, services } = this.#parts;
    const { device } = welcome;
    if (enrolled.record && JSON.stringify(enrolled.record.device) !== JSON.stringify(device)) {
      enrolled.record = { ...enrolled.record, device };
      await saveDeviceRecord(deps.secrets, enrolled.record).catch((error: unknown) =>
        console.error(
          'the new name or office of this device could not be kept; the next start asks again',
          error,
        ),
      );
    }
    sentinel.learn({ deviceId: device.id, sealingKey: welcome.sealingKey });
    await learnLastSeq(this.#parts, welcome.lastSeq);
    await services.learn(welcome.kiosk);
    if (isSelfService(this.#parts)) await kept.removeUnder(verifiersPrefix); // of when it was a counter
    if (await kept.get(revokedName)) await kept.put(revokedName, false);
    await this.#hear(welcome.epoch);
    this.#offers.greeted(welcome.epoch);
    await this.#caches.follow(welcome, welcome.counts);
    this.#state$.next({ state: 'ready', device });
  }

  /** Another epoch: no verdict of the last one counts any more, and everything in the journal is offered again at once. */
  async #hear(epoch: string): Promise<void> {
    const { local, ledger } = this.#parts;
    const before = local.epoch;
    local.epoch = epoch;
    if (before === null || before === epoch) return;
    ledger.forgetVerdicts();
    this.#outbox.offerSetAside();
    if (local.countedCache) await settleFrom(local.countedCache, local, ledger);
  }

  /** What was pulled goes; what waits stays. */
  async #revoked(): Promise<void> {
    const { session, visit, enrolled, kept } = this.#parts;
    session.end();
    visit.end();
    await keepInPassing(kept, revokedName, true); // what was pulled goes all the same
    await this.#caches.drop();
    if (enrolled.record) this.#state$.next({ state: 'revoked', device: enrolled.record.device });
  }

  #heardEpoch(epoch: string): void {
    const { epoch: known } = this.#parts.local;
    if (known !== null && known !== epoch) this.#loop.greetAgain();
  }
}

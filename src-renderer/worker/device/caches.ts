import { merge, type Subscription } from 'rxjs';
import type { Welcome } from '../../../shared/sync/device';
import type { Cache, CacheKey } from '../db/cache';
import { settleFrom } from '../own/follow-verdicts';
import { isOf, isSame, type Wanted } from './cache-keys';
import { CacheRecords } from './cache-records';
import type { DeviceParts } from './device-parts';
import { filledDocuments, isFilled, isUsable } from './filling';
import { heldCollections } from './held-collections';
import { inTurn } from './in-turn';
import { builtFirst, OpenCaches } from './open-caches';
import type { SwapStep } from './swap-steps';

type Counts = Welcome['counts'];

/**
 * The cache that is shown, and the one that is built beside it when the server's epoch or this device's scope has
 * changed, or a comparison found a difference. Two kept names say all there is to know: `cache-key` is opened at the next
 * start, `cache-next` is built on; whatever else is there is deleted. `follow` brings any state to the one that is
 * wanted, so a swap that failed half-way goes on at the next greeting.
 */
export class Caches {
  readonly #parts: DeviceParts;
  readonly #records: CacheRecords;
  readonly #inTurn = inTurn();
  #watching: Subscription | null = null;
  #counts: Counts = {};
  #ended = false;
  readonly #open: OpenCaches;
  readonly #greetAgain: () => void;

  /** @param greetAgain asks the server what it wants now: a swap that failed goes on */
  constructor(parts: DeviceParts, greetAgain: () => void) {
    this.#parts = parts;
    this.#records = new CacheRecords(parts.kept, parts.deps);
    this.#open = new OpenCaches(parts);
    this.#greetAgain = greetAgain;
  }

  /** Opens what the last run showed. @throws when it cannot be read */
  begin(): Promise<void> {
    this.#ended = false;
    const { local, building } = this.#parts;
    this.#watching = merge(building.firstSync$, local.building$).subscribe(() => this.#progressed());
    return this.#inTurn(async () => {
      const [shown, next] = [await this.#records.shown(), await this.#records.next()];
      local.epoch = next?.epoch ?? shown?.epoch ?? null; // what a swap under way has left behind counts no longer
      if (shown) await this.#show(await this.#open.whole(shown));
      if (shown && next && !isSame(next, shown)) await this.#recallBuilding(next);
      void this.#inTurn(() => this.#records.sweep()).catch(notRemoved);
    });
  }

  /** The server has greeted: pulls go on where they were, or another cache is built. */
  follow(wanted: Wanted, counts: Counts): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#ended) return;
      this.#counts = counts;
      await this.#follow(wanted);
    });
  }

  /** What is shown is not what the server has: all of it is pulled anew. @returns whether a new cache is built */
  renew(): Promise<boolean> {
    return this.#inTurn(async () => {
      const shown = this.#parts.local.cache;
      if (!shown || this.#ended || (await this.#records.next())) return false;
      await this.#build({ ...shown.key, generation: shown.key.generation + 1 });
      return true;
    });
  }

  /** Everything that was pulled goes. */
  drop(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#dropBuilding();
      await this.#dropShown();
      await this.#records.forgetAll();
      await this.#records.sweep();
    });
  }

  /** Closes what is open; what is kept stays. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#watching?.unsubscribe();
    await this.#inTurn(async () => {
      const { local, replications, building } = this.#parts;
      await Promise.all([replications.stop(), building.stop()]);
      local.cache$.next(null);
      local.building$.next(null);
      await this.#open.close();
    });
  }

  async #follow(wanted: Wanted): Promise<void> {
    const { local, replications } = this.#parts;
    const shown = local.cache;
    const kept = await this.#records.next();
    const next = kept && isOf(kept, wanted) && !isSame(kept, shown?.key) ? kept : null;
    const pulls = shown !== null && isOf(shown.key, wanted);
    if (!shown || (!pulls && !isUsable(replications)))
      return this.#startOver(next ?? (await this.#records.fresh(wanted)));
    if (pulls) await this.#pull(shown);
    if (next) return this.#build(next);
    if (!pulls) return this.#build(await this.#records.fresh(wanted));
    await this.#dropBuilding();
    await this.#records.forgetNext();
  }

  /** Nothing is shown that anybody could work with: a first sync. */
  async #startOver(key: CacheKey): Promise<void> {
    await this.#dropBuilding();
    await this.#dropShown();
    await this.#records.noteShown(key);
    await this.#records.forgetNext();
    const cache = await this.#open.whole(key);
    await this.#show(cache);
    await this.#pull(cache);
  }

  async #show(cache: Cache): Promise<void> {
    const { local, replications, ledger } = this.#parts;
    await replications.recall(cache);
    local.cache$.next(cache);
    await settleFrom(cache, local, ledger);
  }

  /** Goes on pulling it, all of its collections. */
  async #pull(cache: Cache): Promise<void> {
    const { local, replications } = this.#parts;
    const collections = heldCollections(this.#parts);
    if (collections.some((name) => !cache.held.includes(name))) {
      await cache.hold(collections);
      await replications.recall(cache);
      local.opened();
    }
    replications.start(this.#counts);
  }

  async #build(key: CacheKey): Promise<void> {
    const { local, building, replications } = this.#parts;
    if (!isSame(key, local.building$.value?.key)) {
      await this.#dropBuilding();
      await this.#records.noteNext(key);
      await this.#step('noted');
      await this.#openBuilding(key);
      await this.#step('opened');
    }
    if (local.cache && !isOf(local.cache.key, key)) await replications.halt(); // its pages would be of the new one
    building.start(this.#counts);
    if (isFilled(building, builtFirst(heldCollections(this.#parts)))) await this.#swap();
  }

  async #openBuilding(key: CacheKey): Promise<void> {
    const { local, building, ledger } = this.#parts;
    const cache = await this.#open.toBuild(key);
    await building.recall(cache);
    local.building$.next(cache);
    await settleFrom(cache, local, ledger);
  }

  /** The last run's half-built cache: what it knows of verdicts counts. One that is damaged keeps nothing from starting. */
  async #recallBuilding(key: CacheKey): Promise<void> {
    const { rebuilt } = this.#parts.deps;
    if (rebuilt.names.size > 0) return; // what is shown is damaged itself: the start decides
    await this.#openBuilding(key).catch((error: unknown) =>
      console.error('the cache that is built cannot be opened now; the next greeting tries again', error),
    );
    rebuilt.forget();
  }

  /** The new one takes the place of the old. */
  async #swap(): Promise<void> {
    const { local, building, replications } = this.#parts;
    const cache = local.building$.value;
    const old = local.cache;
    if (!cache || this.#ended) return;
    await this.#step('filled');
    await this.#records.noteShown(cache.key);
    await this.#step('key-written');
    await Promise.all([building.halt(), replications.halt()]);
    await replications.recall(cache);
    local.cache$.next(cache);
    local.building$.next(null);
    await building.stop();
    await this.#step('shown');
    if (old) await this.#open.remove(old).catch(notRemoved);
    await this.#step('old-removed');
    await this.#pull(cache);
    await this.#records.forgetNext();
    await this.#step('completed');
    this.#parts.health.worked(place);
    await this.#records.sweep().catch(notRemoved);
  }

  #progressed(): void {
    const { local, building } = this.#parts;
    const cache = local.building$.value;
    local.rebuilding$.next(cache ? filledDocuments(building, cache.held, this.#counts) : null);
    if (!cache || !isFilled(building, builtFirst(heldCollections(this.#parts)))) return;
    this.#inTurn(() => (local.building$.value === cache ? this.#swap() : Promise.resolve())).then(
      () => this.#parts.health.worked(place),
      (error: unknown) => {
        console.error('the new cache could not be put in the place of the old', error);
        this.#parts.health.failed(place, error);
        this.#greetAgain();
      },
    );
  }

  async #dropShown(): Promise<void> {
    const { local, replications } = this.#parts;
    const { cache } = local;
    await replications.stop();
    local.cache$.next(null);
    if (cache) await this.#open.remove(cache);
  }

  async #dropBuilding(): Promise<void> {
    const { local, building } = this.#parts;
    const cache = local.building$.value;
    await building.stop();
    local.building$.next(null);
    if (cache) await this.#open.remove(cache);
  }

  async #step(step: SwapStep): Promise<void> {
    await this.#parts.deps.onSwapStep?.(step);
  }
}

const place = 'swap';

const notRemoved = (error: unknown): void =>
  console.error('an old cache could not be removed; the next start tries again', error);

import { BehaviorSubject, filter, firstValueFrom, fromEvent, race } from 'rxjs';
import type { CollectionName } from '../../../shared/sync/collections';
import type { SyncStatus } from '../../data/sync-status';
import type { Cache } from '../db/cache';
import type { KeptStore } from '../db/kept-store';
import type { StorageHealth } from '../db/storage-health';
import { keepInPassing } from '../startup/keep-in-passing';
import { CollectionPull } from './collection-pull';
import type { Pace } from './pace';
import type { PullSetting } from './pull-page';

/** What index entry needs comes first; what only explains comes last. */
const order: readonly CollectionName[] = [
  'policy',
  'staff',
  'accounts',
  'verdicts',
  'readings',
  'invoices',
  'payments',
];

export interface ReplicationsSetting {
  pull: PullSetting;
  pace: Pace;
  batchSize: number;
  kept: KeptStore;
  health: StorageHealth;
  onOtherEpoch: () => void;
}

export interface FirstSync {
  /** Collections of which everything has been here once. */
  complete: ReadonlySet<CollectionName>;
  progress: SyncStatus['firstSync'];
}

/** The replications of one cache: a first sync in order, one collection at a time, then all of them live. */
export class Replications {
  readonly firstSync$ = new BehaviorSubject<FirstSync>({ complete: new Set(), progress: null });
  readonly #setting: ReplicationsSetting;
  readonly #pulls = new Map<CollectionName, CollectionPull>();
  readonly #started$ = new BehaviorSubject(false);
  #cache: Cache | null = null;
  #totals: Partial<Record<CollectionName, number>> = {};

  constructor(setting: ReplicationsSetting) {
    this.#setting = setting;
  }

  /** Tells what the cache already holds, before the server was asked anything. */
  async recall(cache: Cache): Promise<void> {
    this.#cache = cache;
    const marks = await this.#setting.kept.under(markPrefix(cache));
    // No cache is without a policy once it has been complete: a wiped database reopens empty and without an error.
    if (marks.has('policy') && (await cache.table('policy')?.count()) === 0) {
      console.error('the pulled documents are gone and are pulled again');
      marks.clear();
      await this.forget(cache);
    }
    const complete = new Set(cache.held.filter((name) => marks.has(name)));
    this.firstSync$.next({ complete, progress: null });
    await this.#announce();
  }

  /** Starts, or goes on after a reconnect. @param totals documents the server has in this device's scope */
  start(totals: Partial<Record<CollectionName, number>>): void {
    this.#totals = totals;
    for (const pull of this.#pulls.values()) pull.resume();
    for (const name of this.firstSync$.value.complete) if (!this.#pulls.has(name)) this.#startPull(name);
    this.#startNext();
    this.#started$.next(true);
  }

  resync(names: readonly CollectionName[]): void {
    for (const name of names) this.#pulls.get(name)?.resync();
  }

  resyncAll(): void {
    for (const pull of this.#pulls.values()) pull.resync();
  }

  /** A cache that is about to be removed: should it ever come back, it is empty. */
  async forget(cache: Cache): Promise<void> {
    await this.#setting.kept.removeUnder(markPrefix(cache));
  }

  /** Pulls a collection until nothing is left, as far as the server can be reached; returns also when aborted. */
  async caughtUp(name: CollectionName, signal: AbortSignal): Promise<void> {
    const started$ = this.#started$.pipe(filter((started) => started));
    await firstValueFrom(race(started$, fromEvent(signal, 'abort')));
    await this.#pulls.get(name)?.caughtUp(signal);
  }

  /** Stops pulling; what was complete still is. */
  async halt(): Promise<void> {
    this.#started$.next(false);
    const pulls = [...this.#pulls.values()];
    this.#pulls.clear();
    await Promise.all(pulls.map((pull) => pull.stop()));
  }

  async stop(): Promise<void> {
    await this.halt();
    this.#cache = null;
    this.firstSync$.next({ complete: new Set(), progress: null });
  }

  /** The collection whose first sync is due, or undefined when all are complete. */
  #due(): CollectionName | undefined {
    const { complete } = this.firstSync$.value;
    return order.find((name) => this.#cache?.held.includes(name) && !complete.has(name));
  }

  #startNext(): void {
    const due = this.#due();
    if (due && !this.#pulls.has(due)) this.#startPull(due);
  }

  #startPull(name: CollectionName): void {
    const cache = this.#cache;
    if (!cache) return;
    const pull = new CollectionPull({
      ...this.#setting.pull,
      cache,
      collection: name,
      batchSize: this.#setting.batchSize,
      localWrite: this.#setting.pace.localWrite,
      health: this.#setting.health,
      onPage: ({ documents }) => this.#progressed(name, documents),
      onFirstSync: () => void this.#completed(cache, name),
      onOtherEpoch: this.#setting.onOtherEpoch,
    });
    this.#pulls.set(name, pull);
    pull.start();
  }

  #progressed(name: CollectionName, documents: number): void {
    const { complete, progress } = this.firstSync$.value;
    if (complete.has(name)) return;
    const before = progress?.collection === name ? progress.done : 0;
    const total = this.#totals[name] ?? null;
    const done = before + documents;
    this.firstSync$.next({ complete, progress: { collection: name, done, total: atLeast(done, total) } });
  }

  async #completed(cache: Cache, name: CollectionName): Promise<void> {
    if (this.#cache !== cache || this.firstSync$.value.complete.has(name)) return;
    const complete = new Set([...this.firstSync$.value.complete, name]);
    this.firstSync$.next({ ...this.firstSync$.value, complete });
    await keepInPassing(this.#setting.kept, `${markPrefix(cache)}${name}`, true); // or it is pulled through once more
    await this.#announce().catch((error: unknown) =>
      console.error(`${name}: what is here already cannot be counted`, error),
    );
    this.#startNext();
  }

  /** Says which collection comes next and how much of it an earlier run has brought. */
  async #announce(): Promise<void> {
    const due = this.#due();
    const { complete } = this.firstSync$.value;
    if (!due) return this.firstSync$.next({ complete, progress: null });
    const done = (await this.#cache?.table(due)?.count()) ?? 0;
    if (this.#due() !== due) return;
    const total = this.#totals[due] ?? null;
    this.firstSync$.next({ complete, progress: { collection: due, done, total: atLeast(done, total) } });
  }
}

/** The server counts once, at the beginning: what it got since then comes too, and nothing is told as 6 350 of 6 349. */
const atLeast = (done: number, total: number | null): number | null =>
  total === null ? null : Math.max(done, total);

/** Under this the device keeps which collections have been complete, by the cache's name and the collection's. */
export const marksPrefix = 'first-sync ';
const markPrefix = (cache: Pick<Cache, 'name'>): string => `${marksPrefix}${cache.name} `;

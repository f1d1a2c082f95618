import { type RxReplicationState, replicateRxCollection } from 'rxdb/plugins/replication';
import { filter, firstValueFrom, from, fromEvent, ReplaySubject, race, Subject } from 'rxjs';
import type { CollectionName } from '../../../shared/sync/collections';
import type { Checkpoint } from '../../../shared/sync/pull';
import type { Cache } from '../db/cache';
import type { StorageHealth } from '../db/storage-health';
import { type Backoff, delayMs, pause } from './backoff';
import { onCheckpointTrouble } from './checkpoint-trouble';
import { checkpointWritten } from './checkpoint-written';
import { type PullPage, type PullSetting, pullPage } from './pull-page';

export interface CollectionPullSetting extends PullSetting {
  cache: Cache;
  collection: CollectionName;
  batchSize: number;
  localWrite: Backoff;
  health: StorageHealth;
  /** A page was handed over; `full` when more is to come. */
  onPage(page: { documents: number; full: boolean }): void;
  /** Everything there was has been written. */
  onFirstSync(): void;
  onOtherEpoch(): void;
}

/** RxDB keeps a collection's checkpoint under it. */
export const replicationIdentifier = 'ghiseu-pull';

type Replication = RxReplicationState<{ id: string }, Checkpoint>;

interface Run {
  replication: Replication;
  over: AbortController;
  /** A page was handed over: its checkpoint is written before the next one is. */
  handedOver: boolean;
  /** A checkpoint could not be read or written: RxDB's queue of them stands still. */
  stuck$: ReplaySubject<void>;
}

/**
 * The one-way replication of one collection. RxDB loses rows when a page's write fails and it goes on, so it never
 * gets a page before the last one is written, and after anything failed it is stopped and started again from the
 * checkpoint it stored. Errors of the network stay in `pullPage`: whatever RxDB reports is local.
 */
export class CollectionPull {
  readonly #setting: CollectionPullSetting;
  readonly #resync$ = new Subject<'RESYNC'>();
  readonly #stopped = new AbortController();
  #run: Run | null = null;
  #failures = 0;
  /** The server spoke of another epoch: nothing more is pulled into this cache until it speaks of its own again. */
  #turnedAway = false;
  #timesTurnedAway = 0;

  constructor(setting: CollectionPullSetting) {
    this.#setting = setting;
  }

  start(): void {
    const over = new AbortController();
    const replication: Replication = replicateRxCollection<{ id: string }, Checkpoint>({
      replicationIdentifier,
      collection: this.#collection(),
      live: true,
      waitForLeadership: false,
      toggleOnDocumentVisible: false,
      pull: {
        batchSize: this.#setting.batchSize,
        stream$: this.#resync$,
        handler: (checkpoint, limit) => this.#nextPage(run, checkpoint, limit),
      },
    });
    const run: Run = { replication, over, handedOver: false, stuck$: new ReplaySubject(1) };
    this.#run = run;
    replication.error$.subscribe((error) => void this.#restart(run, error));
    void replication.startPromise.then(() => this.#watch(run));
    replication.conflict$.subscribe((conflict) =>
      console.error(`${this.#setting.collection}: a conflict in a one-way replication`, conflict),
    );
    void replication.awaitInitialReplication().then(() => {
      if (over.signal.aborted) return;
      this.#worked();
      this.#setting.onFirstSync();
    });
  }

  resync(): void {
    this.#resync$.next('RESYNC');
  }

  /** Pulls until nothing is left and all of it is written; returns also when aborted, and when that fails. */
  async caughtUp(signal: AbortSignal): Promise<void> {
    if (!this.#run || signal.aborted || this.#run.over.signal.aborted) return;
    const { replication, over } = this.#run;
    this.resync();
    const aborted$ = fromEvent(AbortSignal.any([signal, over.signal]), 'abort');
    await firstValueFrom(race(from(replication.awaitInSync()), aborted$), { defaultValue: undefined });
  }

  /** The server greets, as of this cache's epoch. */
  resume(): void {
    if (!this.#turnedAway) return;
    this.#turnedAway = false;
    void this.#startAgain(this.#setting.trouble, this.#timesTurnedAway);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#end();
    this.#worked(); // what is stopped no longer fails
  }

  #collection() {
    const table = this.#setting.cache.table(this.#setting.collection);
    if (!table) throw new Error(`${this.#setting.collection} is not held on this device`);
    return table.collection as unknown as Replication['collection'];
  }

  /** The next page is fetched while the last one is written, and handed over when that is done. */
  async #nextPage(
    run: Run,
    checkpoint: Checkpoint | undefined,
    limit: number,
  ): Promise<{ documents: PullPage['documents']; checkpoint: Checkpoint | undefined }> {
    const { collection, cache } = this.#setting;
    const replication = run.replication as unknown as RxReplicationState<unknown, Checkpoint>;
    const over = run.over.signal;
    const request = { collection, checkpoint, limit, signal: over };
    const [page] = await Promise.all([
      pullPage(this.#setting, request),
      checkpointWritten(replication, checkpoint, over),
    ]);
    if (!page || over.aborted) return { documents: [], checkpoint };
    if (run.handedOver) this.#worked();
    if (page.epoch !== cache.key.epoch) return this.#ofOtherEpoch(checkpoint);
    run.handedOver = true;
    this.#setting.onPage({ documents: page.documents.length, full: page.documents.length >= limit });
    return page;
  }

  /** Documents of a restored server do not go into this cache; a new one is on its way. */
  #ofOtherEpoch(checkpoint: Checkpoint | undefined) {
    this.#run?.over.abort();
    this.#turnedAway = true;
    this.#timesTurnedAway += 1;
    this.#setting.onOtherEpoch();
    return { documents: [], checkpoint };
  }

  /** What RxDB tells nobody, and would do nothing more after. */
  #watch(run: Run): void {
    const { internalReplicationState: state } = run.replication;
    if (!state) return;
    const failed = (error: unknown): void => void this.#restart(run, error);
    onCheckpointTrouble(state.input.metaInstance, (error) => {
      run.stuck$.next();
      failed(error);
    });
    for (const direction of ['down', 'up'] as const) {
      const working$ = state.events.active[direction].pipe(filter((working) => working));
      working$.subscribe(() => queueMicrotask(() => state.streamQueue[direction].catch(failed)));
    }
  }

  async #restart(run: Run, error: unknown): Promise<void> {
    if (run.over.signal.aborted) return;
    run.over.abort();
    this.#failures += 1;
    this.#setting.health.failed(this.#place, error);
    // The status bar says that the storage fails for as long as it does; the log says once why.
    if (this.#failures === 1)
      console.error(
        `${this.#setting.collection}: what was pulled could not be kept and is pulled again`,
        error,
      );
    await this.#startAgain(this.#setting.localWrite, this.#failures);
  }

  async #end(): Promise<void> {
    if (!this.#run) return;
    const { over, replication, stuck$ } = this.#run;
    over.abort();
    await replication.startQueue.catch(() => undefined); // RxDB keeps it rejected once an end failed, which was told
    const state = replication.internalReplicationState;
    if (state) state.checkpointQueue = Promise.race([state.checkpointQueue, firstValueFrom(stuck$)]);
    await replication
      .cancel()
      .catch((error: unknown) =>
        console.error(`${this.#setting.collection}: RxDB did not end in order`, error),
      );
  }

  async #startAgain(backoff: Backoff, tries: number): Promise<void> {
    await this.#end();
    await pause(delayMs(backoff, tries, this.#setting.random()), this.#stopped.signal);
    if (!this.#stopped.signal.aborted) this.start();
  }

  #worked(): void {
    this.#failures = 0;
    this.#timesTurnedAway = 0;
    this.#setting.health.worked(this.#place);
  }

  get #place(): string {
    const { cache, collection } = this.#setting;
    return `pull ${cache.name}/${collection}`;
  }
}

import { IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { decodeLines } from '../../../shared/journal/journal-line';
import type { FindingCode } from '../../../shared/metering/finding';
import type { Submission } from '../../../shared/model/submission';
import { type Digest, DigestSum } from '../../../shared/sync/digest';
import type { AccountView } from '../../../src-renderer/data/account-view';
import type { ReadingEntry, SaveOutcome } from '../../../src-renderer/data/entry-api';
import type { SyncStatus } from '../../../src-renderer/data/sync-status';
import type { ClockSource } from '../../../src-renderer/worker/clock';
import { sparingFirstFill } from '../../../src-renderer/worker/db/first-fill';
import { usualPace } from '../../../src-renderer/worker/sync/pace';
import { Machine, startDevice, type TestDevice } from '../../support/device';
import type { WorldDevice } from '../../support/world';
import { Cable } from './cable';
import { InspectedStorage } from './inspected-storage';

export interface DeviceSetting {
  baseUrl: string;
  device: WorldDevice;
  /** What its machine's clocks show and keep showing until they are moved; null: the real time. */
  now: string | null;
}

/** Every question is answered yes: what is sent is the scenario's affair. */
const confirmed: FindingCode[] = ['consumption-high', 'consumption-zero', 'below-estimate'];

const realClock: ClockSource = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  bootId: 'boot',
};

const isSettled = ({ waiting, firstSync, accountsReady }: SyncStatus): boolean =>
  waiting.submissions === 0 && firstSync === null && accountsReady;

/** A whole device as the product has it, in memory, with a cable that can be pulled and clocks that can be set. */
export class HostedDevice {
  readonly #cable = new Cable();
  #setting: DeviceSetting | null = null;
  #machine: Machine | null = null;
  #storage: InspectedStorage | null = null;
  #device: TestDevice | null = null;

  /** Starts it, on the same machine when it ran before. */
  async start(setting: DeviceSetting): Promise<void> {
    this.#setting = setting;
    this.#machine ??= new Machine(setting.now ?? undefined);
    this.#machine.enrolAs(setting.device);
    const { indexedDB } = this.#machine;
    this.#storage = new InspectedStorage(
      getRxStorageDexie({ indexedDB, IDBKeyRange, onCreate: sparingFirstFill }) as never,
    );
    this.#device = await startDevice({
      machine: this.#machine,
      baseUrl: setting.baseUrl,
      fetch: this.#cable.fetch,
      deps: {
        storage: this.#storage.storage as never,
        random: Math.random,
        pace: {
          ...usualPace,
          unreachable: { firstMs: 50, mostMs: 500 },
          trouble: { firstMs: 100, mostMs: 1_000 },
          requestTimeoutMs: 20_000, // longer than a server takes for a request
          resendMs: 10_000,
          withoutStreamMs: 2_000,
        },
        ...(setting.now === null ? { clockSource: realClock } : {}),
      },
    });
    this.#device.patienceMs = 120_000;
    const state = await this.#device.until('device', null);
    if (state.state !== 'ready') throw new Error(`the device did not start: ${JSON.stringify(state)}`);
  }

  async stop(): Promise<void> {
    await this.#device?.stop();
    this.#device = null;
  }

  /** As a page that is closed and opened again. */
  async restart(): Promise<void> {
    if (!this.#setting) throw new Error('this device was never started');
    await this.stop();
    await this.start(this.#setting);
  }

  synced(): Promise<void> {
    return this.#running.synced();
  }

  /** A network that is bad is tried again, as a person does. @throws Error when it does not succeed */
  async signIn(userName: string, password: string, tries = 20): Promise<void> {
    const answer = await this.#running.api.signIn(userName, password);
    if (answer.outcome === 'signed-in') return;
    if (tries <= 1) throw new Error(`signing in: ${JSON.stringify(answer)}`);
    await this.signIn(userName, password, tries - 1);
  }

  pullCable(): void {
    this.#cable.pull();
  }

  plugCable(): void {
    this.#cable.plug();
  }

  /** Saves one after another; one outcome for each. */
  async save(entries: readonly ReadingEntry[]): Promise<SaveOutcome[]> {
    const outcomes: SaveOutcome[] = [];
    for (const entry of entries) outcomes.push(await this.#running.api.saveReading(entry, confirmed));
    return outcomes;
  }

  syncNow(): Promise<void> {
    return this.#running.api.syncNow();
  }

  status(): Promise<SyncStatus> {
    return this.#running.until('status', null);
  }

  /**
   * Returns when nothing waits and everything was pulled. A slow machine may take its time, as long as ever fewer wait.
   * @throws Error when it comes no nearer
   */
  async settled(): Promise<SyncStatus> {
    let waited = Number.POSITIVE_INFINITY;
    for (;;) {
      const isNearer = (one: SyncStatus): boolean => isSettled(one) || one.waiting.submissions < waited;
      const status = await this.#running.until('status', null, isNearer);
      if (isSettled(status)) return status;
      waited = status.waiting.submissions;
    }
  }

  account(accountId: string): Promise<AccountView | null> {
    return this.#running.until('account', { accountId });
  }

  /** What the journal's files hold: the promises that were made here. */
  journal(): Submission[] {
    const { journal, spareJournal } = this.#onMachine;
    const kept = [journal, spareJournal].flatMap(({ bytes }) => decodeLines(bytes).submissions);
    return [...new Map(kept.map((submission) => [submission.id, submission])).values()];
  }

  async documents(collection: string): Promise<Record<string, unknown>[]> {
    if (!this.#storage) throw new Error('this device is stopped');
    return this.#storage.documents(collection);
  }

  async digest(collection: string): Promise<Digest> {
    const sum = new DigestSum();
    for (const document of await this.documents(collection)) sum.add(document);
    return sum.digest;
  }

  /** Time goes by on this machine. */
  advance(ms: number): void {
    this.#onMachine.clock.advance(ms);
  }

  /** Somebody sets the machine's wall clock. */
  setClock(instant: string): void {
    this.#onMachine.clock.set(instant);
  }

  wallTime(): string {
    return new Date(this.#onMachine.clock.wallMs()).toISOString();
  }

  /** The machine itself is switched off and on again. */
  async reboot(): Promise<void> {
    this.#onMachine.clock.restart();
    await this.restart();
  }

  get #running(): TestDevice {
    if (!this.#device) throw new Error('this device is stopped');
    return this.#device;
  }

  get #onMachine(): Machine {
    if (!this.#machine) throw new Error('this device was never started');
    return this.#machine;
  }
}

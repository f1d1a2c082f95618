import { BehaviorSubject, filter, firstValueFrom, type Observable } from 'rxjs';
import type { Surface } from '../../../shared/model/primitives';
import type { ExportOutcome } from '../../data/care-api';
import type { DeviceState, StartupProblem } from '../../data/device-api';
import { wantsSpace } from '../db/storage-health';
import type { DataWorkerDeps } from '../deps';
import { type DeviceParts, openParts } from '../device/device-parts';
import { type DeviceRecord, loadDeviceRecord } from '../device/device-record';
import { DeviceSync } from '../device/device-sync';
import { compactDaily } from '../own/compact-journal';
import { openProjection } from '../own/submissions-projection';
import { dismissNotices } from '../views/notices-view';
import { exportSealed, exportUnstarted, withoutVerdict } from './export-waiting';
import type { Closers, Origin } from './open-own';
import { isCache, type Removal, removeOwnDatabases } from './own-databases';
import { StartupError } from './startup-error';
import { TooLate, tellingWhenLate, within } from './within';

export interface Started {
  parts: DeviceParts;
  sync: DeviceSync;
}

/**
 * A device from its start to its end: opens what it keeps, says what is the matter when that cannot be done, and starts
 * over from the journal and the server where a database cannot be read. The journal is never touched by any of this.
 */
export class DeviceLife {
  readonly device$ = new BehaviorSubject<DeviceState>({ state: 'starting' });
  readonly #started$ = new BehaviorSubject<Started | null>(null);
  readonly started$: Observable<Started> = this.#started$.pipe(filter((started) => started !== null));
  readonly #deps: DataWorkerDeps;
  #closers: Closers = [];
  #problems = 0; // told so far
  #starting = false;
  #isCutOff = false;
  #closing: Promise<unknown> = Promise.resolve();

  constructor(deps: DataWorkerDeps) {
    this.#deps = deps;
    deps.rebuilt.cutOff$.subscribe((database) => void this.#cutOff(database));
  }

  /** Returns when the device's state is known. */
  async start(): Promise<void> {
    try {
      const missing = this.#deps.missing();
      if (missing.length > 0) throw new StartupError('storage-unavailable', `missing: ${missing.join(', ')}`);
      await this.#deps.lock.hold(() => this.device$.next({ state: 'other-window' }));
    } catch (error) {
      return await this.#problem(error);
    }
    void this.#open('usual');
    await firstValueFrom(this.device$.pipe(filter(({ state }) => state !== 'starting')));
  }

  /** Closes everything, as the end of the process would. */
  async stop(): Promise<void> {
    await this.#closing;
    this.#started$.next(null);
    for (const close of this.#closers.splice(0).reverse()) await close();
  }

  /** The parts, once they are there. */
  started(): Promise<Started> {
    return firstValueFrom(this.started$);
  }

  async exportWaiting(): Promise<ExportOutcome> {
    const now = new Date(this.#deps.clockSource.wallMs()).toISOString();
    const { openJournal, openSentinel, pace, storage, prefix } = this.#deps;
    const parts = this.#started$.value?.parts;
    if (!parts) {
      const outside = { openJournal, openSentinel, openProjection: () => openProjection(storage, prefix) };
      return exportUnstarted({ ...outside, boundMs: pace.openingMs, now });
    }
    return exportSealed({
      submissions: withoutVerdict(parts.ledger),
      deviceId: parts.enrolled.record?.device.id ?? parts.sentinel.mark.deviceId,
      foreignFirst: true,
      sealingKey: parts.sentinel.mark.sealingKey,
      now: parts.clock.now(),
    });
  }

  /** What was shown has been read; before the parts are there, nothing was. */
  async dismissNotices(): Promise<void> {
    const parts = this.#started$.value?.parts;
    if (parts) await dismissNotices(parts);
  }

  /** Deletes the databases and starts again. While a start still waits for one, it goes on when that lets go. */
  async rebuild(): Promise<void> {
    if (!this.#starting) this.device$.next({ state: 'starting' });
    this.#isCutOff = false;
    await this.#closing;
    await this.#close();
    try {
      await this.#removeDatabases('all');
    } catch (error) {
      return await this.#problem(error);
    }
    if (!this.#starting) await this.#open('asked');
  }

  /** RxDB opens no database a second time: nothing would be read or pulled any more. */
  async #cutOff(database: string): Promise<void> {
    if (this.#isCutOff) return;
    this.#isCutOff = true;
    console.error(`the connection to ${database} was closed under way`);
    this.device$.next({ state: 'cut-off' });
    if (!this.#starting) await this.#endCutOff(); // or the start does, when it has come to its end
  }

  async #endCutOff(): Promise<void> {
    this.#closing = this.#close();
    await this.#closing;
    if (this.#isCutOff) this.device$.next({ state: 'cut-off' }); // a person may have asked for more meanwhile
  }

  async #open(origin: Origin): Promise<void> {
    this.#starting = true;
    const late = (): void => void this.#problem(new TooLate('the databases'));
    try {
      await tellingWhenLate(this.#deps.pace.openingMs, late, this.#begin(origin));
    } catch (error) {
      await this.#close();
      if (this.#isCutOff) return; // that a start fails then says nothing of the databases
      const removal = error instanceof DamagedCache ? 'caches' : 'all';
      if (origin === 'rebuilt' || !isDamage(error) || !(await this.#removed(removal, error)))
        return await this.#problem(error);
      this.device$.next({ state: 'starting' });
      return await this.#open('rebuilt');
    } finally {
      this.#starting = false;
      if (this.#isCutOff) await this.#endCutOff();
    }
  }

  async #begin(origin: Origin): Promise<void> {
    const parts = await openParts(this.#deps, origin, this.#closers);
    const sync = new DeviceSync(parts, this.device$);
    const record = await this.#record(origin);
    this.#closers.push(() => sync.end());
    this.#started$.next({ parts, sync });
    if (record) await this.#work(sync, record);
    else this.device$.next({ state: 'not-enrolled', lost: lostDevice(parts) });
    parts.following.push(compactDaily(parts)); // the verdicts are known now
  }

  /** A part of the cache that was made anew is empty, and the rest believes that it is whole: all of it has to go. */
  async #work(sync: DeviceSync, record: DeviceRecord): Promise<void> {
    const { rebuilt, prefix } = this.#deps;
    try {
      await sync.begin(record);
    } catch (error) {
      throw wantsSpace(error) ? error : new DamagedCache(error);
    }
    const parts = [...rebuilt.names].filter((name) => isCache(name, prefix));
    if (parts.length > 0) throw new DamagedCache(parts);
  }

  /** A secret that stays unreadable counts as lost when a person asks to start over: then a new code can be entered. */
  async #record(origin: Origin): Promise<DeviceRecord | null> {
    const { secrets, pace } = this.#deps;
    try {
      return await within(pace.openingMs, 'secret', loadDeviceRecord(secrets));
    } catch (error) {
      if (origin !== 'asked') throw new StartupError('secret-unreadable', error);
      console.error('the secret cannot be read and counts as lost', error);
      return null;
    }
  }

  async #removed(removal: Removal, error: unknown): Promise<boolean> {
    console.error('the local databases cannot be used and are made anew', error);
    return this.#removeDatabases(removal).then(
      () => true,
      (reason: unknown) => {
        console.error('the local databases could not be deleted', reason);
        return false;
      },
    );
  }

  async #removeDatabases(removal: Removal): Promise<void> {
    const { pace, rebuilt, prefix } = this.#deps;
    await within(pace.openingMs, 'deleting the databases', removeOwnDatabases(this.#deps, removal));
    rebuilt.startOver((name) => removal === 'all' || isCache(name, prefix));
  }

  /** As `stop`, where things are broken: what does not close any more keeps nothing else from closing. */
  async #close(): Promise<void> {
    this.#started$.next(null);
    for (const close of this.#closers.splice(0).reverse()) {
      const closing = Promise.resolve().then(close);
      await within(this.#deps.pace.openingMs, 'closing', closing).catch((error: unknown) =>
        console.error('something could not be closed', error),
      );
    }
  }

  /** Whom the machine serves is looked up without the databases; whatever comes meanwhile stands, a later problem too. */
  async #problem(error: unknown): Promise<void> {
    console.error(error);
    const before = this.device$.value;
    this.#problems += 1;
    const number = this.#problems;
    const surface = await this.#surface();
    if (this.device$.value !== before || this.#problems !== number) return;
    this.device$.next({ state: 'startup-problem', problem: problemOf(error), surface });
  }

  async #surface(): Promise<Surface | null> {
    const { secrets, pace } = this.#deps;
    const boundMs = Math.min(pace.openingMs, mostForSurfaceMs);
    const record = await within(boundMs, 'secret', loadDeviceRecord(secrets)).catch((error: unknown) => {
      console.error('whom this machine serves cannot be read', error);
      return null;
    });
    return record?.device.surface ?? null;
  }
}

const mostForSurfaceMs = 1_000;

/** What this machine was before it lost its secret, by the sentinel or the journal. */
function lostDevice({ sentinel, ledger }: DeviceParts): { deviceId: string; waiting: number } | null {
  const { deviceId } = sentinel.mark;
  return deviceId === null ? null : { deviceId, waiting: withoutVerdict(ledger).length };
}

/** What was pulled cannot be read. */
class DamagedCache extends Error {
  constructor(cause: unknown) {
    super('what was pulled cannot be read', { cause });
    this.name = 'DamagedCache';
  }
}

function problemOf(error: unknown): StartupProblem {
  if (error instanceof TooLate) return 'database-stuck';
  return error instanceof StartupError ? error.problem : 'database-unreadable';
}

/** Not a full disk: then what is there is still good. */
const isDamage = (error: unknown): boolean =>
  problemOf(error) === 'database-unreadable' && !wantsSpace(error);

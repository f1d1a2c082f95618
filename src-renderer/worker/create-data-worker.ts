import { BehaviorSubject, defer, from, type Observable, switchMap } from 'rxjs';
import type { DataApi, DeviceState, QueryArgs, QueryName, QueryValue } from '../data/data-api';
import { closeDay } from './care/close-day';
import { correctReading } from './care/correct-reading';
import { decide } from './care/decide';
import { importWaiting } from './care/import-waiting';
import type { DataWorkerDeps } from './deps';
import { type DeviceParts, openParts, StartupError } from './device/device-parts';
import { loadDeviceRecord } from './device/device-record';
import { DeviceSync } from './device/device-sync';
import { enrol } from './device/enrol';
import { answer, type PartsQuery } from './queries';
import { checkEntry } from './reading/check-entry';
import { policyFor } from './reading/policies';
import { saveReading } from './reading/save-reading';
import { signIn } from './sign-in/sign-in';

export interface DataWorker {
  api: DataApi;
  /** Takes the data and starts to work; returns when the device's state is known. */
  start(): Promise<void>;
  /** Stops everything and closes the databases, as the end of the process would. */
  stop(): Promise<void>;
}

interface Started {
  parts: DeviceParts;
  sync: DeviceSync;
}

/** A whole device: everything of the outside comes as `deps`. */
export function createDataWorker(deps: DataWorkerDeps): DataWorker {
  const device$ = new BehaviorSubject<DeviceState>({ state: 'starting' });
  let starting: (started: Started) => void = () => undefined;
  const started = new Promise<Started>((resolve) => {
    starting = resolve;
  });
  let running: Started | null = null;
  return {
    api: dataApi(device$, started),
    start: async () => {
      running = await boot(deps, device$);
      if (running) starting(running);
    },
    stop: async () => {
      await running?.sync.end();
      await running?.parts.recorder.projected();
      for (const following of running?.parts.following ?? []) following.unsubscribe();
      await running?.parts.projection.close();
      running?.parts.kept.close();
    },
  };
}

/** @returns null when this device cannot work; its state says why */
async function boot(deps: DataWorkerDeps, device$: BehaviorSubject<DeviceState>): Promise<Started | null> {
  try {
    const missing = deps.missing();
    if (missing.length > 0) throw new StartupError('storage-unavailable', `missing: ${missing.join(', ')}`);
    await deps.lock.hold(() => device$.next({ state: 'other-window' }));
    const parts = await openParts(deps);
    const sync = new DeviceSync(parts, device$);
    const record = await loadDeviceRecord(deps.secrets);
    if (record) await sync.begin(record);
    else device$.next({ state: 'not-enrolled', lost: null });
    return { parts, sync };
  } catch (error) {
    console.error(error);
    const problem = error instanceof StartupError ? error.problem : 'database-unreadable';
    device$.next({ state: 'startup-problem', problem });
    return null;
  }
}

function dataApi(device$: BehaviorSubject<DeviceState>, started: Promise<Started>): DataApi {
  const parts$ = defer(() => from(started));
  const observed = <Q extends QueryName>(query: Q, args: QueryArgs<Q>): Observable<QueryValue<Q>> =>
    query === 'device'
      ? (device$ as Observable<unknown> as Observable<QueryValue<Q>>)
      : parts$.pipe(
          switchMap(
            ({ parts }) =>
              answer(query as PartsQuery, parts, args as QueryArgs<PartsQuery>) as Observable<QueryValue<Q>>,
          ),
        );
  return {
    watch: async (query, args, listener) => {
      const watching = observed(query, args).subscribe(listener);
      return () => watching.unsubscribe();
    },
    enrol: async (code) => {
      const { parts, sync } = await started;
      return enrol(parts, sync, code);
    },
    signIn: async (userName, password) => {
      const { parts } = await started;
      return signIn(signInSetting(parts), { userName, password });
    },
    signOut: async () => (await started).parts.session.end(),
    checkEntry: async (entry) => checkEntry((await started).parts, entry),
    saveReading: async (entry, confirmed) => {
      return saveReading(deskOf((await started).parts), entry, confirmed);
    },
    decide: async (decision) => decide(deskOf((await started).parts), decision),
    correctReading: async (correction, confirmed) =>
      correctReading(deskOf((await started).parts), correction, confirmed),
    closeDay: async () => closeDay(deskOf((await started).parts)),
    importWaiting: async (file) => importWaiting((await started).parts.connection, file),
    syncNow: async () => (await started).sync.tryNow(),
    exportWaiting: async () => ({ outcome: 'no-key' }),
    dismissNotices: async () => undefined,
    rebuild: async () => undefined,
  };
}

function deskOf(parts: DeviceParts) {
  return { ...parts, device: () => parts.enrolled.record?.device ?? null };
}

function signInSetting(parts: DeviceParts) {
  const { connection, clock, kept, session, local, replications, deps } = parts;
  return {
    ...{ connection, clock, kept, session },
    timeoutMs: deps.pace.signInTimeoutMs,
    policy: () => policyFor(local, clock.now()),
    staff: async (id: string) =>
      replications.firstSync$.value.complete.has('staff') ? local.get('staff', id) : undefined,
  };
}

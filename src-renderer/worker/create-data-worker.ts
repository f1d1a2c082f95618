import { type Observable, switchMap } from 'rxjs';
import type { DataApi } from '../data/data-api';
import type { QueryArgs, QueryName, QueryValue } from '../data/queries';
import { checkPaymentEntry, savePayment } from './billing/payment-desk';
import { reversePayment } from './billing/reverse-payment';
import { closeDay } from './care/close-day';
import { correctReading } from './care/correct-reading';
import { decide } from './care/decide';
import { importWaiting } from './care/import-waiting';
import { officeDevices } from './care/office-devices';
import { openDrawer } from './care/open-drawer';
import type { DataWorkerDeps } from './deps';
import type { DeviceParts } from './device/device-parts';
import { enrol } from './device/enrol';
import { isSelfService } from './device/surface';
import { answer, type PartsQuery } from './queries';
import { checkEntry } from './reading/check-entry';
import { policyFor } from './reading/policies';
import { saveReading } from './reading/save-reading';
import { signIn } from './sign-in/sign-in';
import { DeviceLife } from './startup/device-life';
import { authorOf } from './visit/author';
import { visitCalls } from './visit/visit-calls';

export interface DataWorker {
  api: DataApi;
  /** Takes the data and starts to work; returns when the device's state is known. */
  start(): Promise<void>;
  /** Stops everything and closes the databases, as the end of the process would. */
  stop(): Promise<void>;
}

/** A whole device: everything of the outside comes as `deps`. */
export function createDataWorker(deps: DataWorkerDeps): DataWorker {
  const life = new DeviceLife(deps);
  return { api: dataApi(life), start: () => life.start(), stop: () => life.stop() };
}

function dataApi(life: DeviceLife): DataApi {
  const observed = <Q extends QueryName>(query: Q, args: QueryArgs<Q>): Observable<QueryValue<Q>> =>
    query === 'device'
      ? (life.device$ as Observable<unknown> as Observable<QueryValue<Q>>)
      : life.started$.pipe(
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
      const { parts, sync } = await life.started();
      return enrol(parts, sync, code);
    },
    signIn: async (userName, password) => {
      const { parts } = await life.started();
      if (isSelfService(parts)) return { outcome: 'refused', reason: 'wrong-credentials' }; // nobody works at a kiosk
      return signIn(signInSetting(parts), { userName, password });
    },
    signOut: async () => (await life.started()).parts.session.end(),
    checkEntry: async (entry) => checkEntry((await life.started()).parts, entry),
    saveReading: async (entry, confirmed) => {
      return saveReading(deskOf((await life.started()).parts), entry, confirmed);
    },
    checkPayment: async (payment) => checkPaymentEntry((await life.started()).parts, payment),
    savePayment: async (payment) => savePayment(deskOf((await life.started()).parts), payment),
    reversePayment: async (reversal) => reversePayment(deskOf((await life.started()).parts), reversal),
    decide: async (decision) => decide(deskOf((await life.started()).parts), decision),
    correctReading: async (correction, confirmed) =>
      correctReading(deskOf((await life.started()).parts), correction, confirmed),
    closeDay: async (counted) => closeDay(deskOf((await life.started()).parts), counted),
    importWaiting: async (file) => importWaiting((await life.started()).parts.connection, file),
    syncNow: async () => (await life.started()).sync.tryNow(),
    exportWaiting: () => life.exportWaiting(),
    dismissNotices: () => life.dismissNotices(),
    compareNow: async () => (await life.started()).parts.comparison.now(),
    rebuild: () => life.rebuild(),
    ...visitCalls(async () => deskOf((await life.started()).parts)),
    officeDevices: async () => officeDevices((await life.started()).parts),
    openDrawer: async (amount) => openDrawer(deskOf((await life.started()).parts), amount),
  };
}

function deskOf(parts: DeviceParts) {
  return {
    ...parts,
    device: () => parts.enrolled.record?.device ?? null,
    author: () => authorOf(parts),
  };
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

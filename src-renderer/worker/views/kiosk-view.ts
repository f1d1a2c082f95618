import { merge, type Observable } from 'rxjs';
import { nextWindow, windowAt } from '../../../shared/metering/windows';
import type { Policy, TransmissionWindow } from '../../../shared/model/policy';
import type { SyncStatus } from '../../data/sync-status';
import type { KioskView } from '../../data/visit-api';
import type { DeviceParts } from '../device/device-parts';
import { policyFor } from '../reading/policies';
import { everyMinute } from './every-minute';
import { live } from './live';

type Sources = Pick<
  DeviceParts,
  'connection' | 'replications' | 'local' | 'clock' | 'services' | 'enrolled' | 'room' | 'health'
>;

/** Most accounts are of this group: what the first screen says of the window is said to them. */
const mostAccounts = 'standard';

type ByPolicy = Pick<
  KioskView,
  'window' | 'nextWindow' | 'passwordLength' | 'invoiceBarcode' | 'idleSeconds' | 'warningSeconds'
>;

/** What holds before any policy has arrived. */
const withoutPolicy: ByPolicy = {
  window: null,
  nextWindow: null,
  passwordLength: 6,
  invoiceBarcode: null,
  idleSeconds: 60,
  warningSeconds: 30,
};

/** What this kiosk can do now. */
export function watchKiosk(sources: Sources): Observable<KioskView> {
  const { connection, replications, local, services, room, health } = sources;
  const triggers = merge(
    connection.state$,
    replications.firstSync$,
    services.state$,
    room.state$,
    health.state$,
    local.cache$,
    local.changes$('policy'),
    everyMinute(), // a window opens or closes at midnight
  );
  return live(triggers, () => kioskNow(sources));
}

async function kioskNow(sources: Sources): Promise<KioskView> {
  const { connection, replications, local, clock, services, enrolled, room, health } = sources;
  const now = clock.now();
  const policy = await policyFor(local, now);
  const { complete } = replications.firstSync$.value;
  const { cardTerminal, paymentPage } = services.now;
  return {
    office: (enrolled.record?.device.offices ?? []).map(({ name }) => name).join(', '),
    online: isOnline(connection.state$.value),
    accountsReady: complete.has('policy') && complete.has('accounts'),
    billingReady: complete.has('invoices') && complete.has('payments'),
    canSave: room.state$.value,
    storage: health.state$.value,
    ...{ cardTerminal, paymentPage },
    ...(policy ? byPolicy(policy, now) : withoutPolicy),
  };
}

const isOnline = ({ state }: SyncStatus['connection']): boolean | null =>
  state === 'connecting' ? null : state === 'online';

const byPolicy = (policy: Policy, now: string): ByPolicy => ({
  window: daysOf(windowAt(policy, mostAccounts, now)),
  nextWindow: daysOf(nextWindow(policy, mostAccounts, now)),
  passwordLength: policy.passwordLength,
  invoiceBarcode: policy.invoiceBarcode,
  idleSeconds: policy.visitIdleSeconds,
  warningSeconds: policy.visitWarningSeconds,
});

const daysOf = (window: TransmissionWindow | null): KioskView['window'] =>
  window && { from: window.from, to: window.to };

import { useEffect } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Surface } from '../../../shared/model/primitives';
import type { Device } from '../../../shared/sync/device';
import type { DeviceState } from '../../data/device-api';
import type { EnrolmentByAddress } from '../../data/enrolment-link';
import { rememberedSurface, rememberSurface } from '../../data/remembered-surface';
import { CounterPage } from '../counter-page';
import { useLive } from '../data-context';
import { KioskGate } from '../kiosk/kiosk-gate';
import { ShutKiosk } from '../kiosk/trouble/shut-kiosk';
import { StartingKiosk } from '../kiosk/trouble/starting-kiosk';
import { SignInPage } from '../sign-in/sign-in-page';
import { CutOffPage, InVainPage } from './cut-off-page';
import { EasedPages } from './eased-pages';
import { EnrolPage } from './enrol-page';
import { type EnrolRefusal, isPassing } from './enrol-refusal';
import { FirstSyncPage } from './first-sync-page';
import { KeylessKiosk } from './keyless-kiosk';
import { EnrollingPage, LockedOutPage, OtherWindowPage, RevokedPage, StartingPage } from './startup-pages';
import { StartupProblemPage } from './startup-problem-page';
import { useEnrolmentByAddress } from './use-enrolment-by-address';
import { useWhenAlone } from './use-when-alone';

/** How long a kiosk that cannot start waits before it begins anew; what takes long may still open by itself. */
const failedMs = 60_000;
const stuckMs = 15 * 60_000;

interface DeviceGateProps {
  enrolmentByAddress: EnrolmentByAddress;
  reload: () => void;
}

/** What this machine is decides what it shows. */
export function DeviceGate({ enrolmentByAddress, reload }: DeviceGateProps) {
  const device = useLive('device', null) ?? starting;
  const surface = useSurface(device);
  const { tries, tryAgain, ...enrolment } = useEnrolmentByAddress(enrolmentByAddress);
  const triesAgain =
    device.state === 'not-enrolled' && enrolment.refusal !== null && isPassing(enrolment.refusal);
  const shown = { device, reload, enrolment };
  return (
    <>
      {triesAgain && <WhenAlone key={tries} tryAgain={tryAgain} />}
      {surface === 'self-service' ? (
        <SelfServiceGate {...shown} />
      ) : (
        <StaffedGate {...shown} isCounter={surface === 'counter'} />
      )}
    </>
  );
}

/** Not while somebody types another code. */
function WhenAlone({ tryAgain }: { tryAgain: () => void }) {
  useWhenAlone(tryAgain);
  return null;
}

interface Shown {
  device: DeviceState;
  reload: () => void;
  /** How enrolment by the page's address goes. */
  enrolment: { goesOn: boolean; refusal: EnrolRefusal | null };
}

/** A machine at which people work, or which is none yet: a new code may make a kiosk even of what was a counter. */
function StaffedGate({ isCounter, ...shown }: Shown & { isCounter: boolean }) {
  const page = <StaffPage {...shown} />;
  return isCounter && shown.device.state !== 'not-enrolled' ? page : <EasedPages>{page}</EasedPages>;
}

function StaffPage({ device, reload, enrolment }: Shown) {
  switch (device.state) {
    case 'starting':
      return <StartingPage />;
    case 'other-window':
      return <OtherWindowPage />;
    case 'not-enrolled':
      return enrolment.goesOn ? (
        <EnrollingPage />
      ) : (
        <EnrolPage refusal={enrolment.refusal} lost={device.lost} />
      );
    case 'revoked':
      return <RevokedPage device={device.device} />;
    case 'startup-problem':
      return <StartupProblemPage problem={device.problem} retry={reload} />;
    case 'cut-off':
      return (
        <CutOffPage reload={reload} starting={<StartingPage />} inVain={<InVainPage reload={reload} />} />
      );
    case 'ready':
      return <CounterGate device={device.device} />;
    default:
      return assertNever(device);
  }
}

/** A machine before which the public stands: the same, told in their words, with the pages above for whoever has a keyboard. */
function SelfServiceGate({ device, reload, enrolment }: Shown) {
  const starts = <StartingKiosk reload={reload} />;
  const staffPage = (
    <EasedPages>
      <StaffPage device={device} reload={reload} enrolment={enrolment} />
    </EasedPages>
  );
  const shut = { device: null, staffPage, reload };
  switch (device.state) {
    case 'starting':
      return starts;
    case 'other-window':
      return <ShutKiosk {...shut} reason="other-window" />;
    case 'not-enrolled':
      return enrolment.goesOn ? (
        starts
      ) : (
        <KeylessKiosk lost={device.lost} refusal={enrolment.refusal} staffPage={staffPage} reload={reload} />
      );
    case 'revoked':
      return <ShutKiosk {...shut} reason="revoked" device={device.device} />;
    case 'startup-problem':
      return (
        <ShutKiosk
          {...shut}
          reason="not-started"
          triesAgainMs={device.problem === 'database-stuck' ? stuckMs : failedMs}
        />
      );
    case 'cut-off': {
      const page = (
        <EasedPages>
          <StartupProblemPage problem="database-unreadable" retry={reload} />
        </EasedPages>
      );
      const inVain = <ShutKiosk {...shut} reason="not-started" staffPage={page} triesAgainMs={failedMs} />;
      return <CutOffPage reload={reload} starting={starts} inVain={inVain} />;
    }
    case 'ready':
      return <KioskGate device={device.device} reload={reload} />;
    default:
      return assertNever(device);
  }
}

const starting: DeviceState = { state: 'starting' };

/** Whom this machine serves: by its own record, else as its key says, else as it was when it last worked. */
function useSurface(device: DeviceState): Surface | null {
  const known = 'device' in device ? device.device.surface : null;
  useEffect(() => {
    if (known) rememberSurface(known);
  }, [known]);
  const told = device.state === 'startup-problem' ? device.surface : null;
  return known ?? told ?? rememberedSurface();
}

/** Who is signed in, and whether there is anything to work with yet. */
function CounterGate({ device }: { device: Device }) {
  const session = useLive('session', null);
  const status = useLive('status', null);
  const { connection } = status ?? {};
  if (session === undefined || !status) return <StartingPage />;
  // Without data, or without the right to it, nothing can be done here; otherwise the status bar tells.
  if (
    connection?.state === 'locked-out' &&
    (!status.accountsReady || connection.problem === 'device-revoked')
  ) {
    return <LockedOutPage problem={connection.problem} />;
  }
  const place = device.offices.map(({ name }) => name).join(', ');
  if (!session) return <SignInPage connection={connection} place={deviceIn(place, device.name)} />;
  if (!status.accountsReady) return <FirstSyncPage status={status} />;
  return <CounterPage place={place} />;
}

/** Most devices are named after their office: the place is not said twice. */
const deviceIn = (place: string, device: string): string =>
  device.includes(place) ? device : `${place} · ${device}`;

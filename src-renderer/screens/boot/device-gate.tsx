import { useEffect, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Device } from '../../../shared/sync/device';
import type { EnrolOutcome } from '../../data/device-api';
import { CounterPage } from '../counter-page';
import { useLive } from '../data-context';
import { KioskGate } from '../kiosk/kiosk-gate';
import { RevokedKiosk } from '../kiosk/trouble/revoked-kiosk';
import { SignInPage } from '../sign-in/sign-in-page';
import { CutOffPage } from './cut-off-page';
import { EnrolPage } from './enrol-page';
import { FirstSyncPage } from './first-sync-page';
import { EnrollingPage, LockedOutPage, OtherWindowPage, RevokedPage, StartingPage } from './startup-pages';
import { StartupProblemPage } from './startup-problem-page';

interface DeviceGateProps {
  enrolmentByAddress: Promise<EnrolOutcome | null>;
  reload: () => void;
}

/** What this machine is decides what it shows. */
export function DeviceGate({ enrolmentByAddress, reload }: DeviceGateProps) {
  const device = useLive('device', null);
  const isEnrolling = useIsEnrolling(enrolmentByAddress);
  if (!device) return <StartingPage />;
  switch (device.state) {
    case 'starting':
      return <StartingPage />;
    case 'other-window':
      return <OtherWindowPage />;
    case 'not-enrolled':
      if (isEnrolling) return <EnrollingPage />;
      return <EnrolPage byAddress={enrolmentByAddress} lost={device.lost} />;
    case 'revoked':
      return device.device.surface === 'self-service' ? (
        <RevokedKiosk device={device.device} reload={reload} />
      ) : (
        <RevokedPage device={device.device} />
      );
    case 'startup-problem':
      return <StartupProblemPage problem={device.problem} retry={reload} />;
    case 'cut-off':
      return <CutOffPage reload={reload} />;
    case 'ready':
      return device.device.surface === 'self-service' ? (
        <KioskGate device={device.device} reload={reload} />
      ) : (
        <CounterGate device={device.device} />
      );
    default:
      return assertNever(device);
  }
}

/** Whether the code in the page's address is being used; known from the start, as the first page asks for nothing. */
function useIsEnrolling(byAddress: Promise<EnrolOutcome | null>): boolean {
  const [isEnrolling, setIsEnrolling] = useState(true);
  useEffect(() => {
    byAddress.then(
      (answer) => setIsEnrolling(answer?.outcome === 'enrolled'), // the device says so in a moment
      () => setIsEnrolling(false),
    );
  }, [byAddress]);
  return isEnrolling;
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

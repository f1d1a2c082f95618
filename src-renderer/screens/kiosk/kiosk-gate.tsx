import type { Device } from '../../../shared/sync/device';
import type { SyncStatus } from '../../data/sync-status';
import { useLive } from '../data-context';
import { ErrorScreen } from '../error-screen';
import { KioskFrame } from './kiosk-frame';
import { IdleGuard } from './leaving/idle-guard';
import { LeaveGuard } from './leaving/leave-guard';
import { LeavingScreen } from './leaving/leaving-screen';
import { useKiosk } from './navigation';
import { KioskPage } from './pages';
import { OpenPagesProvider } from './pay/open-pages';
import { SignInGuard } from './sign-in-end/sign-in-guard';
import { OutOfService } from './trouble/out-of-service';
import { KioskStarting } from './trouble/starting-kiosk';
import { TroubleScreen } from './trouble/trouble-screen';

interface KioskGateProps {
  device: Device;
  reload: () => void;
}

/** The self-service surface: everything that customers see. */
export function KioskGate({ device, reload }: KioskGateProps) {
  return (
    <KioskFrame device={device} reload={reload}>
      <Kiosk device={device} />
    </KioskFrame>
  );
}

function Kiosk({ device }: { device: Device }) {
  const status = useLive('status', null);
  const { leaving, leave } = useKiosk();
  if (leaving) return <LeavingScreen />;
  if (!status) return <KioskStarting />;
  const reason = whyShut(status);
  if (reason) {
    return (
      <IdleGuard>
        <OutOfService reason={reason} device={device} />
      </IdleGuard>
    );
  }
  return (
    <IdleGuard>
      <LeaveGuard>
        <ErrorScreen show={(failure) => <TroubleScreen failure={failure} again={leave} />}>
          <OpenPagesProvider>
            <SignInGuard>
              <KioskPage />
            </SignInGuard>
          </OpenPagesProvider>
        </ErrorScreen>
      </LeaveGuard>
    </IdleGuard>
  );
}

export type ShutReason =
  | 'revoked'
  | 'locked-out'
  | 'filling'
  | 'offline'
  | 'not-started'
  | 'not-enrolled'
  | 'key-lost'
  | 'other-window';

/** Why a customer can do nothing here. With accounts at hand the kiosk serves whether or not the server does. */
function whyShut({ connection, accountsReady }: SyncStatus): ShutReason | null {
  if (connection.state === 'locked-out') {
    if (connection.problem === 'device-revoked') return 'revoked';
    return accountsReady ? null : 'locked-out';
  }
  if (accountsReady) return null;
  return connection.state === 'offline' ? 'offline' : 'filling';
}

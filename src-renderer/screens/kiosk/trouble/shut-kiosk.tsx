import { type ReactNode, useState } from 'react';
import type { Device } from '../../../../shared/sync/device';
import { useReloadWhenAlone } from '../../boot/use-reload-when-alone';
import { useKeys } from '../../use-keys';
import { KioskFrame } from '../kiosk-frame';
import type { ShutReason } from '../kiosk-gate';
import { IdleGuard } from '../leaving/idle-guard';
import { OutOfService } from './out-of-service';

interface ShutKioskProps {
  reason: ShutReason;
  device: Device | null; // null: what this machine is cannot be read
  /** What can be done about it, technically. */
  staffPage: ReactNode;
  reload: () => void;
}

/** Customers are told that the machine is out of service; whoever comes with a keyboard opens the way out of it. */
export function ShutKiosk({ reason, device, staffPage, reload }: ShutKioskProps) {
  const [isOpen, setIsOpen] = useState(false);
  useKeys({ 'Ctrl+Shift+F8': () => setIsOpen(!isOpen) });
  if (isOpen) return staffPage;
  return (
    <KioskFrame device={device} reload={reload}>
      <IdleGuard>
        <OutOfService reason={reason} device={device} />
      </IdleGuard>
    </KioskFrame>
  );
}

/** As above, where another try may help: nobody watches a kiosk, so it tries by itself. */
export function TryingKiosk(props: ShutKioskProps) {
  useReloadWhenAlone(props.reload);
  return <ShutKiosk {...props} />;
}

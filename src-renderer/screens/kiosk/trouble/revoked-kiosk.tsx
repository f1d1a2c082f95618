import { useState } from 'react';
import type { Device } from '../../../../shared/sync/device';
import { RevokedPage } from '../../boot/startup-pages';
import { useKeys } from '../../use-keys';
import { KioskFrame } from '../kiosk-frame';
import { IdleGuard } from '../leaving/idle-guard';
import { OutOfService } from './out-of-service';

/** Customers are told that the machine is out of service; whoever comes with a keyboard enters its new code. */
export function RevokedKiosk({ device, reload }: { device: Device; reload: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  useKeys({ 'Ctrl+Shift+F8': () => setIsOpen(!isOpen) });
  if (isOpen) return <RevokedPage device={device} />;
  return (
    <KioskFrame device={device} reload={reload}>
      <IdleGuard>
        <OutOfService reason="revoked" device={device} />
      </IdleGuard>
    </KioskFrame>
  );
}

import { type ReactNode, useState } from 'react';
import type { Device } from '../../../../shared/sync/device';
import { useWhenAlone } from '../../boot/use-when-alone';
import { useKeys } from '../../use-keys';
import { KioskFrame } from '../kiosk-frame';
import type { ShutReason } from '../kiosk-gate';
import { IdleGuard } from '../leaving/idle-guard';
import { useStayAwake } from '../leaving/stay-awake';
import { OutOfService } from './out-of-service';

interface ShutKioskProps {
  reason: ShutReason;
  device: Device | null; // null: what this machine is cannot be read
  /** What can be done about it, technically. */
  staffPage: ReactNode;
  reload: () => void;
  /** Another line for the staff: what is known besides. */
  alsoForStaff?: string | null;
  /** Another try may help: after this time with nobody there the kiosk begins anew by itself, but not while staff look for the way out. */
  triesAgainMs?: number | undefined;
  /** What it knows would be lost with the page: that stays until staff come. */
  holdsStill?: boolean;
}

/** Customers are told that the machine is out of service; whoever comes with a keyboard opens the way out of it. */
export function ShutKiosk(props: ShutKioskProps) {
  const { reason, device, staffPage, reload, alsoForStaff = null, triesAgainMs, holdsStill = false } = props;
  const [isOpen, setIsOpen] = useState(false);
  useKeys({ 'Ctrl+Shift+F8': () => setIsOpen(!isOpen) });
  if (isOpen) return staffPage;
  return (
    <KioskFrame device={device} reload={reload}>
      {triesAgainMs !== undefined && <TryAgain reload={reload} afterMs={triesAgainMs} />}
      <IdleGuard>
        {holdsStill && <HoldStill />}
        <OutOfService reason={reason} device={device} alsoForStaff={alsoForStaff} />
      </IdleGuard>
    </KioskFrame>
  );
}

function HoldStill() {
  useStayAwake(true);
  return null;
}

function TryAgain({ reload, afterMs }: { reload: () => void; afterMs: number }) {
  useWhenAlone(reload, afterMs);
  return null;
}

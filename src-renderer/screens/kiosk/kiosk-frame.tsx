import type { ReactNode } from 'react';
import type { Device } from '../../../shared/sync/device';
import { useEased } from './comfort/comfort';
import { KioskNavigation } from './navigation';
import { FieldKeysScope } from './parts/use-field-keys';

interface KioskFrameProps {
  device: Device | null; // null: what this machine is has not been read yet, or cannot be
  reload: () => void;
  children: ReactNode;
}

/** What every screen of a kiosk stands in: how it is eased, where it leads, and what its keys write into. */
export function KioskFrame({ device, reload, children }: KioskFrameProps) {
  useEased('self-service');
  return (
    <KioskNavigation office={(device?.offices ?? []).map(({ name }) => name).join(', ')} reload={reload}>
      <FieldKeysScope>{children}</FieldKeysScope>
    </KioskNavigation>
  );
}

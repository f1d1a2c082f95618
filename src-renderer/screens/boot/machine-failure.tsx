import { rememberedSurface } from '../../data/remembered-surface';
import { FailurePage } from '../error-screen';
import { KioskFrame } from '../kiosk/kiosk-frame';
import { TroubleScreen } from '../kiosk/trouble/trouble-screen';
import { useReloadWhenAlone } from './use-reload-when-alone';

interface MachineFailureProps {
  failure: Error;
  retry: () => void;
  reload: () => void;
}

/** What nothing below could handle, in the words of whoever stands before this machine. */
export function MachineFailure({ failure, retry, reload }: MachineFailureProps) {
  return rememberedSurface() === 'self-service' ? (
    <KioskFailure failure={failure} reload={reload} />
  ) : (
    <FailurePage failure={failure} retry={retry} />
  );
}

function KioskFailure({ failure, reload }: Pick<MachineFailureProps, 'failure' | 'reload'>) {
  useReloadWhenAlone(reload);
  return (
    <KioskFrame device={null} reload={reload}>
      <TroubleScreen failure={failure} again={reload} />
    </KioskFrame>
  );
}

import { rememberedSurface } from '../../data/remembered-surface';
import { FailurePage } from '../error-screen';
import { KioskFrame } from '../kiosk/kiosk-frame';
import { TroubleScreen } from '../kiosk/trouble/trouble-screen';
import { EasedPages } from './eased-pages';
import { useWhenAlone } from './use-when-alone';

interface MachineFailureProps {
  failure: Error;
  retry: () => void;
  reload: () => void;
}

/** What nothing below could handle, in the words of whoever stands before this machine. */
export function MachineFailure({ failure, retry, reload }: MachineFailureProps) {
  const surface = rememberedSurface();
  if (surface === 'self-service') return <KioskFailure failure={failure} reload={reload} />;
  const page = <FailurePage failure={failure} retry={retry} />;
  return surface === 'counter' ? page : <EasedPages>{page}</EasedPages>;
}

function KioskFailure({ failure, reload }: Pick<MachineFailureProps, 'failure' | 'reload'>) {
  useWhenAlone(reload);
  return (
    <KioskFrame device={null} reload={reload}>
      <TroubleScreen failure={failure} again={reload} />
    </KioskFrame>
  );
}

import { type ReactNode, useEffect, useState } from 'react';
import { useClock } from '../now';
import { noteReload } from './reloads-by-itself';
import { StartupProblemPage } from './startup-problem-page';
import { useWhenAlone } from './use-when-alone';

interface CutOffPageProps {
  reload: () => void;
  starting: ReactNode;
  inVain: ReactNode;
}

/** Loads the page again, which is all there is to do; where that was done in vain, the person decides. */
export function CutOffPage({ reload, starting, inVain }: CutOffPageProps) {
  const clock = useClock();
  const [wasInVain, setWasInVain] = useState(false);
  useEffect(() => {
    if (noteReload(clock.wallMs())) reload();
    else setWasInVain(true);
  }, [clock, reload]);
  return wasInVain ? inVain : starting;
}

export function InVainPage({ reload }: { reload: () => void }) {
  useWhenAlone(reload);
  return <StartupProblemPage problem="database-unreadable" retry={reload} />;
}

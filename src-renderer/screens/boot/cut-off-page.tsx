import { useIdle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useClock } from '../now';
import { noteReload } from './reloads-by-itself';
import { StartingPage } from './startup-pages';
import { StartupProblemPage } from './startup-problem-page';

/** Loads the page again, which is all there is to do; where that was done in vain, the person decides. */
export function CutOffPage({ reload }: { reload: () => void }) {
  const clock = useClock();
  const [wasInVain, setWasInVain] = useState(false);
  useEffect(() => {
    if (noteReload(clock.wallMs())) reload();
    else setWasInVain(true);
  }, [clock, reload]);
  return wasInVain ? <InVainPage reload={reload} /> : <StartingPage />;
}

const alone = {
  events: ['pointerdown', 'keydown'] satisfies (keyof DocumentEventMap)[],
  initialState: false,
};
const aloneMs = 60_000;

/** A kiosk that nobody watches tries once a minute, as with a page that crashes. */
function InVainPage({ reload }: { reload: () => void }) {
  const isAlone = useIdle(aloneMs, alone);
  useEffect(() => {
    if (isAlone) reload();
  }, [isAlone, reload]);
  return <StartupProblemPage problem="database-unreadable" retry={reload} />;
}

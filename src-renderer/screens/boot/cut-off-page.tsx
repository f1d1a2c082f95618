import { useEffect, useState } from 'react';
import { useClock } from '../now';
import { StartingPage } from './startup-pages';
import { StartupProblemPage } from './startup-problem-page';

const youngMs = 15_000; // of the monotonic clock, which begins with the page

/** Loads the page again, which is all there is to do; where that has just been done in vain, the person decides. */
export function CutOffPage({ reload }: { reload: () => void }) {
  const clock = useClock();
  const [isYoung] = useState(() => clock.monotonicMs() < youngMs);
  useEffect(() => {
    if (!isYoung) reload();
  }, [isYoung, reload]);
  return isYoung ? <StartupProblemPage problem="database-unreadable" retry={reload} /> : <StartingPage />;
}

import { useState } from 'react';
import { useClock, useTick } from '../../now';

/** After too many wrong tries: how long the next one has to wait, ticking. */
export function useLock(): { lockedForMs: number; lock: (forMs: number) => void } {
  const clock = useClock();
  const tick = useTick();
  const [untilMs, setUntilMs] = useState(0);
  return {
    lockedForMs: Math.max(0, untilMs - tick),
    lock: (forMs) => setUntilMs(clock.monotonicMs() + forMs),
  };
}

import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { useLive } from './data-context';

/** The page's clocks: screens read time from here and nowhere else. */
export interface ScreenClock {
  /** Milliseconds since 1970, as the machine believes. */
  wallMs(): number;
  /** Milliseconds that only grow: for what counts up or down. */
  monotonicMs(): number;
}

const ClockContext = createContext<ScreenClock | null>(null);
export const ClockProvider = ClockContext.Provider;

export function useClock(): ScreenClock {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('a screen was shown outside ClockProvider');
  return clock;
}

/** Now by the server's clock, as far as it is known here: what it dates is compared with this. Milliseconds since 1970. */
export function useServerMs(): () => number {
  const clock = useClock();
  const offMs = useLive('status', null)?.clock.offMs ?? 0;
  return () => clock.wallMs() + offMs;
}

/** Monotonic milliseconds, again every second. */
export function useTick(): number {
  const clock = useClock();
  const [tick, setTick] = useState(() => clock.monotonicMs());
  useEffect(() => {
    const timer = setInterval(() => setTick(clock.monotonicMs()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return tick;
}

/**
 * Milliseconds since an instant became known to this page, ticking. Counted by the monotonic clock, because the
 * instant is the server's time and this machine's wall clock may be hours away from it.
 */
export function useMsSinceKnown(instant: string | null): number {
  const tick = useTick();
  const clock = useClock();
  const known = useRef({ instant, atMs: tick });
  if (known.current.instant !== instant) known.current = { instant, atMs: clock.monotonicMs() };
  return Math.max(0, tick - known.current.atMs);
}

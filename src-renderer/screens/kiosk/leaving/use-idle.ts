import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useClock, useTick } from '../../now';
import { type Idleness, type IdleTimes, idleness } from './idle';

const signs = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * How long nobody has touched anything. Once it warns only an answer counts: a touch meant for the screen behind the
 * warning does not speak for the customer.
 * @param whenThere called at each sign of somebody, an answer too
 */
export function useIdle(
  times: IdleTimes,
  { awake, whenThere }: { awake: boolean; whenThere: () => void },
): { idle: Idleness; stillHere: () => void } {
  const clock = useClock();
  const tick = useTick();
  const lastMs = useRef(tick);
  const [, showAgain] = useState(0);
  if (awake) lastMs.current = Math.max(lastMs.current, tick);
  const idle = idleness(tick - lastMs.current, times);
  const stillHere = () => {
    lastMs.current = clock.monotonicMs();
    showAgain(lastMs.current);
    whenThere();
  };
  const onSign = useEffectEvent(() => {
    if (idle.state !== 'active') return;
    lastMs.current = clock.monotonicMs();
    whenThere();
  });
  useEffect(() => {
    const listener = () => onSign();
    for (const sign of signs) window.addEventListener(sign, listener, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, listener, { capture: true });
    };
  }, []);
  return { idle, stillHere };
}

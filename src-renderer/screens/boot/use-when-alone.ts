import { useIdle } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';

const alone = {
  events: ['pointerdown', 'keydown'] satisfies (keyof DocumentEventMap)[],
  initialState: false,
};
const usualMs = 60_000;

/** A machine that nobody watches tries again by itself: once a minute, as with a page that crashes, when nothing else is said. */
export function useWhenAlone(tryAgain: () => void, aloneMs = usualMs): void {
  const isAlone = useIdle(aloneMs, alone);
  const onAlone = useEffectEvent(tryAgain);
  useEffect(() => {
    if (isAlone) onAlone();
  }, [isAlone]);
}

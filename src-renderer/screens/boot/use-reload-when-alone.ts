import { useIdle } from '@mantine/hooks';
import { useEffect } from 'react';

const alone = {
  events: ['pointerdown', 'keydown'] satisfies (keyof DocumentEventMap)[],
  initialState: false,
};
const usualMs = 60_000;

/** A kiosk that nobody watches tries again by itself: once a minute, as with a page that crashes, when nothing else is said. */
export function useReloadWhenAlone(reload: () => void, aloneMs = usualMs): void {
  const isAlone = useIdle(aloneMs, alone);
  useEffect(() => {
    if (isAlone) reload();
  }, [isAlone, reload]);
}

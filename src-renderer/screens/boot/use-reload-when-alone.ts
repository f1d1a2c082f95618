import { useIdle } from '@mantine/hooks';
import { useEffect } from 'react';

const alone = {
  events: ['pointerdown', 'keydown'] satisfies (keyof DocumentEventMap)[],
  initialState: false,
};
const aloneMs = 60_000;

/** A kiosk that nobody watches tries once a minute, as with a page that crashes. */
export function useReloadWhenAlone(reload: () => void): void {
  const isAlone = useIdle(aloneMs, alone);
  useEffect(() => {
    if (isAlone) reload();
  }, [isAlone, reload]);
}

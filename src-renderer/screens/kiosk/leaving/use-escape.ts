import { useEffect, useEffectEvent } from 'react';

/** Wherever the focus is: a touch beside the buttons takes it away from them. */
export function useEscape(act: () => void): void {
  const onEscape = useEffectEvent(act);
  useEffect(() => {
    const listener = ({ key }: KeyboardEvent) => key === 'Escape' && onEscape();
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

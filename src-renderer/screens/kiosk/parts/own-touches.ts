import { type MouseEvent, useRef } from 'react';

/**
 * What an answer's screen does with a click first: one that goes on with touches begun on the screen before is let go. A
 * finger that touched «Salvare index nou» twice would else pass the answer over, with its number, on a button that came under it.
 * Browsers count quick touches at one place in `detail`; a keyboard's or a screen reader's click has 0.
 */
export function useOwnTouches(): (event: MouseEvent) => void {
  const began = useRef(false);
  return (event) => {
    if (event.detail <= 1) began.current = true;
    if (began.current) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

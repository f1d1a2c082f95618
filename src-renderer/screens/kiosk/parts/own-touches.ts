import { type MouseEvent, useRef } from 'react';

/** Touches that follow each other faster are of one impatient finger. */
const hastyMs = 500;

/**
 * What an answer's screen does with a click first: one that goes on with touches begun on the screen before is let go. A
 * finger that touched «Salvare index nou» twice would else pass the answer over, with its number, on a button that came under it.
 * Browsers count quick touches at one place in `detail`, up to three and then from one again; a keyboard's or a screen reader's click has 0.
 */
export function useOwnTouches(): (event: MouseEvent) => void {
  const began = useRef(false);
  const letGoAtMs = useRef(Number.NEGATIVE_INFINITY);
  return (event) => {
    const goesOn = event.detail > 1 || (event.detail === 1 && event.timeStamp - letGoAtMs.current < hastyMs);
    if (!goesOn) began.current = true;
    if (began.current) return;
    letGoAtMs.current = event.timeStamp;
    event.preventDefault();
    event.stopPropagation();
  };
}

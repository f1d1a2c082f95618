import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { useWords } from '../../../text/use-words';
import { useComfort } from '../comfort/comfort';

interface RowsAPage {
  section: RefObject<HTMLElement | null>;
  /** Null while it is being measured, before anything is painted: all rows are drawn then. */
  size: number | null;
  /** What the rows of a full page take: a shorter page moves nothing. Null where all fit. */
  heightPx: number | null;
}

interface Fits {
  size: number;
  heightPx: number | null;
}

/** How many of a list's rows stand on one page: all where they fit, otherwise as many as the tallest lets. */
export function useRowsAPage(rows: number): RowsAPage {
  const { language } = useWords();
  const { comfort } = useComfort();
  const section = useRef<HTMLElement>(null);
  const resizes = useResizes(section);
  const asked = [rows, language, comfort.largeText, resizes].join(' ');
  const [fits, setFits] = useState<Fits & { asked: string }>({ asked: '', size: rows, heightPx: null });
  useLayoutEffect(() => {
    if (section.current && fits.asked !== asked) setFits({ asked, ...rowsThatFit(section.current) });
  });
  return fits.asked === asked ? { section, ...fits } : { section, size: null, heightPx: null };
}

/** @param section of all rows, and of the buttons that turn the pages: they go where all rows fit without them */
function rowsThatFit(section: HTMLElement): Fits {
  const screen = section.closest('main');
  const list = section.querySelector('ul');
  const turn = section.querySelector<HTMLElement>('[data-turn]');
  const heights = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect().height);
  const gapPx = Number.parseFloat(getComputedStyle(section).rowGap) || 0;
  const turnPx = turn ? turn.offsetHeight + gapPx : 0;
  const tooManyPx = screen ? screen.scrollHeight - screen.clientHeight : 0; // what would have to be scrolled
  if (tooManyPx <= turnPx) return { size: heights.length, heightPx: null };
  const heightPx = heights.reduce((sum, height) => sum + height, 0) - tooManyPx;
  return { size: Math.max(1, Math.floor(heightPx / Math.max(...heights))), heightPx };
}

/** How often the room has changed its size: another screen, lowered, or more to say above the list. */
function useResizes(section: RefObject<HTMLElement | null>): number {
  const [resizes, count] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const around = [section.current?.closest('main'), section.current?.parentElement];
    const observer = new ResizeObserver(count);
    for (const element of around) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [section]);
  return resizes;
}

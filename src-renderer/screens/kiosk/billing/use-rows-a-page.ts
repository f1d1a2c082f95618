import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { useWords } from '../../../text/use-words';
import { useComfort } from '../comfort/comfort';

interface RowsAPage {
  section: RefObject<HTMLElement | null>;
  /** Null while it is being measured, before anything is painted: all rows are drawn then. */
  size: number | null;
}

/** How many of a list's rows stand on one page: all where they fit, otherwise as many as the tallest lets. */
export function useRowsAPage(rows: number): RowsAPage {
  const { language } = useWords();
  const { comfort } = useComfort();
  const section = useRef<HTMLElement>(null);
  const resizes = useResizes(section);
  const asked = [rows, language, comfort.largeText, resizes].join(' ');
  const [fits, setFits] = useState({ asked: '', size: rows });
  useLayoutEffect(() => {
    if (section.current && fits.asked !== asked) setFits({ asked, size: rowsThatFit(section.current) });
  });
  return { section, size: fits.asked === asked ? fits.size : null };
}

/** @param section of all rows, and of the buttons that turn the pages: they go where all rows fit without them */
function rowsThatFit(section: HTMLElement): number {
  const list = section.querySelector('ul');
  const turn = section.querySelector<HTMLElement>('[data-turn]');
  const heights = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect().height);
  const roomPx = (list?.parentElement?.clientHeight ?? 0) - (list?.clientTop ?? 0); // without the line above the list
  const gapPx = Number.parseFloat(getComputedStyle(section).rowGap) || 0;
  const turnPx = turn ? turn.offsetHeight + gapPx : 0;
  const neededPx = heights.reduce((sum, height) => sum + height, 0);
  if (Math.floor(neededPx) <= roomPx + turnPx) return heights.length;
  return Math.max(1, Math.floor(roomPx / Math.max(...heights)));
}

/** How often the section has changed its size: another screen, or lowered. */
function useResizes(section: RefObject<HTMLElement | null>): number {
  const [resizes, count] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    if (!section.current) return;
    const observer = new ResizeObserver(count);
    observer.observe(section.current);
    return () => observer.disconnect();
  }, [section]);
  return resizes;
}

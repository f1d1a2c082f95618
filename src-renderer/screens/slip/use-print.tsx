import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PrintJob, PrintOutcome } from '../../../shared/ipc/print';
import { usePrinter } from './printer-context';

export type PrintState = 'idle' | 'printing' | PrintOutcome;

interface Printing {
  state: PrintState;
  print: () => Promise<void>;
  /** To be put anywhere on the screen: the sheet, while it is being printed. */
  sheet: ReactNode;
}

/** Prints one sheet and tells what became of it. @param draw the sheet, with the element to measure */
export function usePrint(
  paper: PrintJob['paper'],
  draw: (sheet: React.RefObject<HTMLDivElement | null>) => ReactNode,
): Printing {
  const printer = usePrinter();
  const sheet = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<PrintState>('idle');
  const print = async () => {
    if (state === 'printing') return;
    flushSync(() => setState('printing'));
    try {
      await picturesReady(sheet.current);
      setState(await printer.printSlip(jobOf(paper, sheet.current)));
    } catch {
      setState('failed');
    }
  };
  return { state, print, sheet: state === 'printing' ? draw(sheet) : null };
}

const picturesReady = (sheet: HTMLElement | null): Promise<unknown> =>
  Promise.all([...(sheet?.querySelectorAll('img') ?? [])].map((picture) => picture.decode?.()));

const pxPerMm = 96 / 25.4;
const leastMm = 60;
const mostMm = 600;

function jobOf(paper: PrintJob['paper'], sheet: HTMLElement | null): PrintJob {
  if (paper === 'a4') return { paper };
  const lengthMm = (sheet?.offsetHeight ?? 0) / pxPerMm;
  return { paper, lengthMm: Math.min(mostMm, Math.max(leastMm, Math.ceil(lengthMm))) };
}

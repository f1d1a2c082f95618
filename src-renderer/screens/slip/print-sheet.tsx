import type { ReactNode, Ref } from 'react';
import { createPortal } from 'react-dom';
import type { PrintJob } from '../../../shared/ipc/print';
import styles from './print-sheet.module.css';

interface PrintSheetProps {
  paper: PrintJob['paper'];
  sheet: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** What is printed while it is on the page: beside it nothing is, and on the screen it is not seen. */
export function PrintSheet({ paper, sheet, children }: PrintSheetProps) {
  return createPortal(
    <div ref={sheet} className={styles.sheet} data-print-sheet data-paper={paper} aria-hidden>
      {children}
    </div>,
    document.body,
  );
}

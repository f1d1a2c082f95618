import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { DayClosing, DayView } from '../../data/day-api';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { busyIf } from '../parts/busy';
import { Notice } from '../parts/notice';
import { usePlace } from '../shell/place';
import { PrintSheet } from '../slip/print-sheet';
import { usePrint } from '../slip/use-print';
import styles from './day.module.css';
import { DayReport } from './day-report';
import { numberOf } from './number-of';

interface PrintReportProps {
  day: DayView;
  closing: DayClosing;
  /** Whether the cursor begins here: nothing else is to be done. */
  first?: boolean;
}

/** Prints the report of one closing of a day, and says what became of it. */
export function PrintReport({ day, closing, first = false }: PrintReportProps) {
  const { t, format } = useWords();
  const office = usePlace();
  const device = useLive('device', null);
  const number = numberOf(closing, day);
  const toPrint =
    number === null
      ? t('desk.report.print')
      : t('desk.report.printOfPart', { number: format.number(number) });
  const name = device?.state === 'ready' ? device.device.name : null;
  const { state, print, sheet } = usePrint('a4', (paper) => (
    <PrintSheet paper="a4" sheet={paper}>
      <DayReport day={day} closing={closing} office={office} device={name} />
    </PrintSheet>
  ));
  return (
    <div className={styles.line}>
      <Button
        variant="default"
        className={styles.start}
        leftSection={<IconPrinter size={20} stroke={1.5} aria-hidden />}
        data-first={first || undefined}
        {...busyIf(state === 'printing')}
        onClick={() => void print()}
      >
        {state === 'printing' ? t('desk.report.printing') : toPrint}
      </Button>
      <div role="status">
        {state !== 'idle' && state !== 'printing' && (
          <Notice tone={state === 'printed' || state === 'dialogue' ? 'inform' : 'refused'}>
            {t(`desk.report.${state}`)}
          </Notice>
        )}
      </div>
      {sheet}
    </div>
  );
}

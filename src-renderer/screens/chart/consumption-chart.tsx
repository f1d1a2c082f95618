import { UnstyledButton } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { MeterView } from '../../data/account-view';
import { useWords } from '../../text/use-words';
import styles from './chart.module.css';
import { MonthBars } from './month-bars';
import { MonthTable } from './month-table';

interface ConsumptionChartProps {
  view: MeterView;
  historyReady: boolean;
}

/** The last 13 months as bars, or as a table for those who read better so. */
export function ConsumptionChart({ view, historyReady }: ConsumptionChartProps) {
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const { months, meter } = view;
  const shown = months.length > 0;
  const pending = pendingOf(view);
  return (
    <section aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          {t('counter.chart.title')}
          <span className={styles.unit}>{t('counter.chart.unit')}</span>
        </h2>
        {shown && (
          <UnstyledButton className={styles.toggle} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartBar size={20} stroke={1.5} /> : <IconTable size={20} stroke={1.5} />}
            {t(asTable ? 'counter.chart.showChart' : 'counter.chart.showTable')}
          </UnstyledButton>
        )}
      </header>
      {!shown && (
        <p className={styles.none}>{t(historyReady ? 'counter.chart.none' : 'counter.chart.waiting')}</p>
      )}
      {shown && asTable && <MonthTable months={months} digits={meter.digits} pending={pending} />}
      {shown && !asTable && <MonthBars months={months} meter={meter} pending={pending} />}
    </section>
  );
}

/** The submissions from here that stand for a month and that the server has not received, or holds. */
const pendingOf = ({ submissions }: MeterView): ReadonlySet<string> =>
  new Set(
    submissions
      .filter(({ state }) => state === 'kept' || state === 'sent' || state === 'held')
      .map(({ id }) => id),
  );

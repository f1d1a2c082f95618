import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import type { Meter, MeterReadings } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import styles from './chart.module.css';

type Month = MeterReadings['months'][number];

interface MonthBarsProps {
  months: Month[];
  meter: Meter;
  /** Submissions that do not count yet. */
  pending: ReadonlySet<string>;
}

/** One stop for Tab, arrows go from month to month; what the chosen month says stands above the bars. */
export function MonthBars({ months, meter, pending }: MonthBarsProps) {
  const { t } = useWords();
  const last = months.length - 1;
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? last, last);
  const most = Math.max(1, ...months.map(({ consumptionM3 }) => consumptionM3 ?? 0));
  const shown = useMonthWords(months[at], { digits: meter.digits, pending });
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey) return;
    event.preventDefault();
    setChosen(Math.min(last, Math.max(0, to)));
  };
  return (
    <div className={styles.chart}>
      <p className={styles.detail} aria-hidden>
        {shown.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      <div
        className={styles.bars}
        role="slider"
        tabIndex={0}
        aria-label={t('counter.chart.label', { serial: meter.serial })}
        aria-valuemin={1}
        aria-valuemax={months.length}
        aria-valuenow={at + 1}
        aria-valuetext={shown.join(', ')}
        onKeyDown={onKey}
        onPointerLeave={() => setChosen(null)}
        onBlur={() => setChosen(null)}
      >
        {months.map((month, place) => (
          <Bar
            key={month.period}
            month={month}
            share={(month.consumptionM3 ?? 0) / most}
            pending={pending.has(month.submissionId)}
            first={place === 0}
            chosen={place === chosen}
            choose={() => setChosen(place)}
          />
        ))}
      </div>
      <p className={styles.legend} aria-hidden>
        <span className={styles.swatch} />
        {t('counter.chart.legendRead')}
        <span className={styles.swatch} data-estimate />
        {t('counter.chart.legendEstimate')}
        {months.some(({ submissionId }) => pending.has(submissionId)) && (
          <>
            <span className={styles.swatch} data-pending />
            {t('counter.chart.legendPending')}
          </>
        )}
      </p>
    </div>
  );
}

/** What one month says: its name, the water used, the index and who read it. */
function useMonthWords(
  month: Month | undefined,
  { digits, pending }: { digits: number; pending: ReadonlySet<string> },
): string[] {
  const { t, format } = useWords();
  if (!month) return [];
  return [
    format.month(month.period),
    month.consumptionM3 === null ? '–' : format.m3(month.consumptionM3),
    `${t('counter.chart.index').toLowerCase()} ${format.register(month.index, digits)}`,
    t(`counter.chart.sources.${month.source}`),
    ...(pending.has(month.submissionId) ? [t('counter.chart.legendPending')] : []),
  ];
}

interface BarProps {
  month: Month;
  /** Of the tallest bar, 0 to 1. */
  share: number;
  pending: boolean;
  first: boolean;
  chosen: boolean;
  choose: () => void;
}

function Bar({ month, share, pending, first, chosen, choose }: BarProps) {
  const { format } = useWords();
  const { period, consumptionM3, source } = month;
  return (
    <div className={styles.column} data-chosen={chosen || undefined} onPointerEnter={choose}>
      <span className={styles.value}>{consumptionM3 === null ? '–' : format.number(consumptionM3)}</span>
      {consumptionM3 !== null && (
        <span
          className={styles.bar}
          data-estimate={source === 'estimate' || undefined}
          data-pending={pending || undefined}
          style={{ '--share': share } as CSSProperties}
        />
      )}
      <span className={styles.month}>
        <span className={styles.monthName}>{format.shortMonth(period).replace(/\.$/, '')}</span>
      </span>
      <span className={styles.year}>{first || period.endsWith('-01') ? period.slice(0, 4) : '\u00a0'}</span>
    </div>
  );
}

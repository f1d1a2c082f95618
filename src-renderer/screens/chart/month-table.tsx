import type { MeterReadings } from '../../../shared/model/account';
import { useWords } from '../../text/use-words';
import table from '../parts/table.module.css';
import styles from './chart.module.css';

interface MonthTableProps {
  months: MeterReadings['months'];
  digits: number;
  /** Submissions that do not count yet. */
  pending: ReadonlySet<string>;
}

/** What the bars show, in words and figures; newest first, as one asks for it. */
export function MonthTable({ months, digits, pending }: MonthTableProps) {
  const { t, format } = useWords();
  return (
    <table className={`${table.table} ${styles.table}`}>
      <thead>
        <tr>
          <th>{t('counter.chart.month')}</th>
          <th className={table.figure}>{t('counter.chart.index')}</th>
          <th className={table.figure}>{t('counter.chart.consumption')}</th>
          <th>{t('counter.chart.source')}</th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ period, index, consumptionM3, source, submissionId }) => (
          <tr key={period}>
            <td>{format.month(period)}</td>
            <td className={table.figure}>{format.register(index, digits)}</td>
            <td className={table.figure}>{consumptionM3 === null ? '–' : format.m3(consumptionM3)}</td>
            <td>
              {t(`counter.chart.sources.${source}`)}
              {pending.has(submissionId) && `, ${t('counter.chart.legendPending')}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

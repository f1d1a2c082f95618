import type { MeterView } from '../../../data/account-view';
import { ConsumptionChart } from '../../chart/consumption-chart';
import styles from './past-months.module.css';

/** The counter's chart, at a size for people who stand. */
export function PastMonths({ view, historyReady }: { view: MeterView; historyReady: boolean }) {
  return (
    <div className={styles.past}>
      <ConsumptionChart view={view} historyReady={historyReady} />
    </div>
  );
}

import type { AccountView } from '../../data/account-view';
import { useWords } from '../../text/use-words';
import { ConsumptionChart } from '../chart/consumption-chart';
import { MeterBlock } from '../entry/meter-block';
import { Notice } from '../parts/notice';
import styles from './readings-tab.module.css';

/**
 * Each meter with its chart beside it. In the document all meters come before all charts, so that Tab goes from one
 * *Index nou* to the next and never through a chart.
 */
export function ReadingsTab({ view }: { view: AccountView }) {
  const { t } = useWords();
  if (view.meters.length === 0) {
    return (
      <div className={styles.none}>
        <Notice tone="inform">{t('counter.account.noMeters')}</Notice>
      </div>
    );
  }
  return (
    <div className={styles.meters}>
      {view.meters.map((meter, place) => (
        <div key={meter.meter.id} className={styles.entry} style={{ gridRow: place + 1 }}>
          <MeterBlock account={view.account} view={meter} />
        </div>
      ))}
      {view.meters.map((meter, place) => (
        <div key={meter.meter.id} className={styles.chart} style={{ gridRow: place + 1 }}>
          <ConsumptionChart view={meter} historyReady={view.historyReady} />
        </div>
      ))}
    </div>
  );
}

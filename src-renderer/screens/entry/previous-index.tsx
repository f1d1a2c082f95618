import type { MeterView } from '../../data/account-view';
import { useWords } from '../../text/use-words';
import styles from './entry.module.css';

/** The index a new one is compared with, as the register showed it, and when. */
export function PreviousIndex({ view }: { view: MeterView }) {
  const { t, format } = useWords();
  const { previous, meter } = view;
  return (
    <div className={styles.row}>
      <span className={styles.label}>
        {t('counter.meter.previous')}
        <span className={styles.when}>
          {previous.period ? format.month(previous.period) : t('counter.meter.installed')}
          {previous.estimated && ` · ${t('counter.meter.estimated')}`}
        </span>
      </span>
      <span className={styles.register}>
        {format.register(previous.index, meter.digits)}
        <span className={styles.unit}>m³</span>
      </span>
    </div>
  );
}

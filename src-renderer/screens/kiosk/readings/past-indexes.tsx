import { inOnePiece } from '../../../../shared/text/keep-together';
import type { MeterView } from '../../../data/account-view';
import { useWords } from '../../../text/use-words';
import styles from './readings.module.css';

const shown = 2;

/** The last indexes before the new one, newest first, each with its month and who read it. */
export function PastIndexes({ view }: { view: MeterView }) {
  const { t, format } = useWords();
  const { meter, months, window, previous } = view;
  const past = months.filter(({ period }) => period !== window?.period).slice(-shown);
  return (
    <section className={styles.pastIndexes} aria-label={t('visit.meter.previous')}>
      <h2 className={styles.label}>{t('visit.meter.previous')}</h2>
      <ul>
        {past.toReversed().map(({ period, index, source }) => (
          <li key={period} className={styles.pastIndex}>
            <span className={styles.register}>{format.registerM3(index, meter.digits)}</span>
            <span className={styles.quiet}>
              {format.month(period)} · {inOnePiece(t(`visit.meter.sources.${source}`))}
            </span>
          </li>
        ))}
        {past.length === 0 && (
          <li className={styles.pastIndex}>
            <span className={styles.register}>{format.registerM3(previous.index, meter.digits)}</span>
            <span className={styles.quiet}>
              {previous.period ? format.month(previous.period) : t('visit.meter.noPrevious')}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

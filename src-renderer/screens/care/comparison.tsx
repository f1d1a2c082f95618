import { Button } from '@mantine/core';
import type { ComparisonView } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import styles from './care.module.css';
import { ComparisonResult } from './comparison-result';

interface ComparisonProps {
  comparison: ComparisonView;
  compare: () => void;
}

/** Whether what was fetched is what the server has, when that was last asked. */
export function Comparison({ comparison: { last, running }, compare }: ComparisonProps) {
  const { t } = useWords();
  return (
    <section aria-labelledby="comparison-title">
      <h2 id="comparison-title" className={styles.title}>
        {t('care.device.comparison')}
      </h2>
      <p className={styles.what}>{t('care.device.comparisonWhat')}</p>
      <Button variant="default" onClick={compare} loading={running}>
        {t('care.device.compareNow')}
      </Button>
      <div className={styles.result} role="status">
        {running && <Notice tone="inform">{t('care.device.comparing')}</Notice>}
        {!running && !last && <Notice tone="inform">{t('care.device.neverCompared')}</Notice>}
        {!running && last && <ComparisonResult last={last} />}
      </div>
    </section>
  );
}

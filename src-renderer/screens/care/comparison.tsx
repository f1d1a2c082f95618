import { Button } from '@mantine/core';
import { useWords } from '../../text/use-words';
import { useData, useLive } from '../data-context';
import { Notice } from '../parts/notice';
import { tellUnexpected } from '../parts/tell-unexpected';
import styles from './care.module.css';
import { ComparisonResult } from './comparison-result';

/** Whether what was fetched is what the server has, when that was last asked. */
export function Comparison() {
  const { t } = useWords();
  const api = useData();
  const comparison = useLive('comparison', null);
  if (!comparison) return null;
  const { last, running } = comparison;
  const compare = () => {
    api.compareNow().catch(() => tellUnexpected(t));
  };
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

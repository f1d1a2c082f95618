import type { ImportOutcome } from '../../data/care-api';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import styles from './care.module.css';

const counted = ['accepted', 'held', 'refused', 'notRecorded'] as const;

/** What the server answered to each of them, counted, or why it took none. */
export function ImportAnswer({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useWords();
  if (outcome.outcome === 'offline') return <Notice tone="ask">{t('care.device.offline')}</Notice>;
  if (outcome.outcome === 'go-on') return <Notice tone="ask">{t('care.device.goOn')}</Notice>;
  if (outcome.outcome === 'refused')
    return <Notice tone="refused">{t(`care.device.refusedFor.${outcome.reason}`)}</Notice>;
  const counts = counted.filter((name) => outcome[name] > 0 || name === 'accepted');
  return (
    <Notice tone="inform">
      {t('care.device.imported', { device: outcome.deviceId })}
      <span className={styles.counts}>
        {counts.map((name) => t(`care.device.${name}`, { count: outcome[name] })).join(' · ')}
      </span>
    </Notice>
  );
}

import type { SyncStatus } from '../../data/sync-status';
import { useWords } from '../../text/use-words';
import { StartupNotices } from '../boot/startup-notices';
import { Notice } from '../parts/notice';
import styles from './alerts.module.css';
import { agoOf } from './synced-ago';

/** What is wrong with this device itself, under the status bar; nothing there when nothing is. */
export function Alerts({ status }: { status: SyncStatus | undefined }) {
  const { t } = useWords();
  const storage = status?.storage ?? 'ok';
  return (
    <div className={styles.alerts}>
      <StartupNotices />
      <div className={styles.told} role="status" aria-label={t('care.alerts.label')}>
        {storage !== 'ok' && <Notice tone="refused">{t(`start.storage.${storage}`)}</Notice>}
        {status && <ClockAlert clock={status.clock} />}
      </div>
    </div>
  );
}

/** A clock that is off harms nothing that is saved; one that nobody vouches for makes a supervisor look. */
function ClockAlert({ clock: { offMs, unsure } }: { clock: SyncStatus['clock'] }) {
  const { t } = useWords();
  if (unsure) return <Notice tone="ask">{t('care.alerts.clockUnsure')}</Notice>;
  if (offMs === null) return null;
  const [unit, n] = agoOf(Math.round(Math.abs(offMs) / 1000));
  const by = t(`care.span.${unit}`, { n: String(n), count: n });
  const behind = offMs > 0; // the server is ahead
  return (
    <Notice tone="ask">{t(behind ? 'care.alerts.clockBehind' : 'care.alerts.clockAhead', { by })}</Notice>
  );
}

import { Progress } from '@mantine/core';
import { IconCloudDown } from '@tabler/icons-react';
import type { SyncStatus } from '../../data/sync-status';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import { NoticePage } from '../parts/notice-page';
import styles from './first-sync-page.module.css';

/** What is being fetched, how far it is, and that work begins before everything is here. */
export function FirstSyncPage({ status }: { status: SyncStatus }) {
  const { t, format } = useWords();
  const { connection, firstSync } = status;
  const done = firstSync?.done ?? 0;
  const total = firstSync?.total ?? null;
  const share = total ? Math.min(100, (100 * done) / total) : 0;
  const name = firstSync ? t(`start.firstSync.collection.${firstSync.collection}`) : null;
  return (
    <NoticePage icon={<IconCloudDown size={40} stroke={1.5} />} title={t('start.firstSync.title')}>
      <p>{t('start.firstSync.body')}</p>
      <div className={styles.progress}>
        <p className={styles.figures}>
          <span>{name ?? t('start.firstSync.connecting')}</span>
          {firstSync && (
            <span>
              {total === null
                ? t('start.firstSync.progressOpen', { done: format.number(done) })
                : t('start.firstSync.progress', { done: format.number(done), total: format.number(total) })}
            </span>
          )}
        </p>
        <Progress value={share} size="md" aria-label={name ?? t('start.firstSync.connecting')} />
      </div>
      <div className={styles.note} role="status">
        {connection.state === 'offline' && <Notice tone="ask">{t('start.firstSync.offline')}</Notice>}
      </div>
    </NoticePage>
  );
}

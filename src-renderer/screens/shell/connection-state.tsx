import { UnstyledButton } from '@mantine/core';
import { IconCircleFilled, IconCloudOff, IconLock, IconRefresh, IconServerBolt } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { SyncStatus } from '../../data/sync-status';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import { tell } from '../parts/tell';
import styles from './status-bar.module.css';
import { SyncedAgo } from './synced-ago';

/** Whether the server is there, since when not, and what is being fetched. */
export function ConnectionState({ status }: { status: SyncStatus }) {
  const { t } = useWords();
  const { connection } = status;
  switch (connection.state) {
    case 'connecting':
      return (
        <Told tone="plain" icon={<IconRefresh size={16} />} word={t('counter.status.connecting')}>
          {null}
        </Told>
      );
    case 'online':
      return (
        <Told
          tone="good"
          icon={<IconCircleFilled size={10} />}
          word={<SyncedAgo at={status.lastExchangeAt} />}
        >
          <Fetching status={status} />
        </Told>
      );
    case 'offline':
      return <Offline status={status} connection={connection} />;
    case 'locked-out':
      return (
        <Told tone="bad" icon={<IconLock size={16} />} word={t(`start.lockedOut.${connection.problem}`)}>
          {null}
        </Told>
      );
    default:
      return assertNever(connection);
  }
}

interface ToldProps {
  tone: 'plain' | 'good' | 'ask' | 'bad';
  icon: ReactNode;
  word: ReactNode;
  children: ReactNode;
}

function Told({ tone, icon, word, children }: ToldProps) {
  return (
    <div className={styles.connection} data-tone={tone}>
      {icon}
      <span className={styles.word}>{word}</span>
      {children}
    </div>
  );
}

function Fetching({ status }: { status: SyncStatus }) {
  const { t, format } = useWords();
  const { firstSync, rebuilding, searchIndex } = status;
  if (firstSync) {
    const done = format.number(firstSync.done);
    const progress =
      firstSync.total === null
        ? t('start.firstSync.progressOpen', { done })
        : t('start.firstSync.progress', { done, total: format.number(firstSync.total) });
    const collection = t(`start.firstSync.collection.${firstSync.collection}`);
    return <span className={styles.more}>{t('counter.status.fetching', { collection, progress })}</span>;
  }
  if (rebuilding) {
    const done = format.number(rebuilding.done);
    const words =
      rebuilding.total === null
        ? t('care.alerts.rebuildingOpen', { done })
        : t('care.alerts.rebuilding', { done, total: format.number(rebuilding.total) });
    return <span className={styles.more}>{words}</span>;
  }
  return searchIndex === 'building' ? (
    <span className={styles.more}>{t('counter.status.indexing')}</span>
  ) : null;
}

type OfflineConnection = Extract<SyncStatus['connection'], { state: 'offline' }>;

function Offline({ status, connection }: { status: SyncStatus; connection: OfflineConnection }) {
  const { t, format } = useWords();
  const since = connection.since && format.moment(connection.since);
  const trouble = connection.reason === 'server-trouble';
  const word = since
    ? t(trouble ? 'counter.status.serverTrouble' : 'counter.status.offline', { since })
    : t(trouble ? 'counter.status.serverTroubleNever' : 'counter.status.offlineNever');
  return (
    <Told tone="ask" icon={trouble ? <IconServerBolt size={16} /> : <IconCloudOff size={16} />} word={word}>
      <span className={styles.more}>
        {t('counter.status.keepsHere')}
        {status.lastExchangeAt &&
          ` · ${t('counter.status.lastSynced', { at: format.moment(status.lastExchangeAt) })}`}
      </span>
      <TryNow />
    </Told>
  );
}

/** How long a try may take before the clerk is told that nothing came of it. */
const patienceMs = 2_000;

/** Gone as soon as the server answers; until then a press is never left without an answer. */
function TryNow() {
  const { t } = useWords();
  const api = useData();
  const [trying, setTrying] = useState(false);
  const tellFailed = useEffectEvent(() => {
    setTrying(false);
    tell(t, { id: 'sync-failed', message: t('counter.status.syncFailed') });
  });
  useEffect(() => {
    if (!trying) return;
    const timer = setTimeout(() => tellFailed(), patienceMs);
    return () => clearTimeout(timer);
  }, [trying]);
  const tryNow = () => {
    setTrying(true);
    api.syncNow().catch(() => undefined); // told when the patience ends
  };
  return (
    <UnstyledButton className={styles.action} onClick={tryNow} aria-disabled={trying}>
      {t(trying ? 'counter.status.trying' : 'counter.status.syncNow')}
    </UnstyledButton>
  );
}

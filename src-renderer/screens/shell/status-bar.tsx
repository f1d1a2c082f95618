import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { SyncStatus } from '../../data/sync-status';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import type { ListShow } from '../tabs';
import { useKeys } from '../use-keys';
import { ConnectionState } from './connection-state';
import styles from './status-bar.module.css';

/** The truth about sync: always there, on every screen of the counter. */
export function StatusBar({ leaveSearch }: { leaveSearch: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const status = useLive('status', null);
  const open = (show: ListShow) => {
    leaveSearch();
    void navigate({ to: '/list', search: { show } });
  };
  const openList = () => {
    const attention = status && status.waiting.submissions === 0 && status.held + status.refused > 0;
    open(attention ? 'attention' : 'waiting');
  };
  const openCases = () => open('cases');
  const openDay = () => open('today');
  useKeys({ F4: openList, F8: openCases, F9: openDay });
  const supervises = useLive('session', null)?.role === 'supervisor';
  return (
    <section className={styles.bar} aria-label={t('counter.status.label')}>
      {status && <ConnectionState status={status} />}
      {supervises && <ToSettle open={openCases} />}
      {status && (
        <UnstyledButton className={styles.list} onClick={openList} title={t('counter.status.openList')}>
          <Counts status={status} />
          <IconChevronRight size={16} aria-hidden />
          <kbd>F4</kbd>
        </UnstyledButton>
      )}
    </section>
  );
}

/** To a supervisor, what waits in the office, from whichever counter; nothing when nothing does. */
function ToSettle({ open }: { open: () => void }) {
  const { t } = useWords();
  const cases = useLive('cases', null) ?? [];
  const count = cases.filter(({ decision }) => decision === null).length;
  if (count === 0) return null;
  return (
    <UnstyledButton className={`${styles.list} ${styles.toSettle}`} onClick={open}>
      <span className={styles.held}>{t('counter.status.toSettle', { count })}</span>
      <IconChevronRight size={16} aria-hidden />
      <kbd>F8</kbd>
    </UnstyledButton>
  );
}

function Counts({ status }: { status: SyncStatus }) {
  const { t, format } = useWords();
  const { waiting, held, refused } = status;
  if (waiting.submissions + held + refused === 0) return <span>{t('counter.status.nothingWaits')}</span>;
  return (
    <>
      {waiting.submissions > 0 && (
        <span className={styles.waiting}>
          {t('counter.status.waiting', { count: waiting.submissions })}
          {waiting.oldestAt &&
            ` ${t('counter.status.waitingSince', { since: format.moment(waiting.oldestAt) })}`}
        </span>
      )}
      {held > 0 && <span className={styles.held}>{t('counter.status.held', { count: held })}</span>}
      {refused > 0 && (
        <span className={styles.refused}>{t('counter.status.refused', { count: refused })}</span>
      )}
    </>
  );
}

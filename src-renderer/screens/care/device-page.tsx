import { IconTool } from '@tabler/icons-react';
import { useWords } from '../../text/use-words';
import { EnrolForm } from '../boot/enrol-form';
import { useLive } from '../data-context';
import list from '../list/list.module.css';
import { EmptyState } from '../parts/empty-state';
import { useEscapeBack } from '../use-escape-back';
import { useFocusedTitle } from '../use-focused-title';
import styles from './care.module.css';
import { caresForDevices } from './cares-for-devices';
import { Comparison } from './comparison';
import { ImportWaiting } from './import-waiting';

/** What a supervisor does for a machine rather than for a customer. */
export function DevicePage() {
  const { t } = useWords();
  const session = useLive('session', null);
  const connection = useLive('status', null)?.connection;
  useEscapeBack();
  const title = useFocusedTitle(session !== undefined);
  if (!session) return null;
  if (!caresForDevices(session)) {
    return (
      <EmptyState
        icon={<IconTool size={40} stroke={1.5} />}
        title={t('care.device.notYours')}
        body={t('care.device.notYoursBody')}
      />
    );
  }
  return (
    <>
      <h1 ref={title} className={list.title} tabIndex={-1}>
        {t('care.device.title')}
      </h1>
      <div className={styles.page}>
        <ImportWaiting userName={session.role === 'supervisor' ? session.userName : ''} />
        <Comparison />
        {connection?.state === 'locked-out' && connection.problem === 'unauthenticated' && <NotKnown />}
      </div>
    </>
  );
}

/** The server was restored to a time before this device: it works on, and takes the code that makes it known again. */
function NotKnown() {
  const { t } = useWords();
  return (
    <section>
      <h2 className={styles.title}>{t('start.lockedOut.title')}</h2>
      <p className={styles.what}>{t('start.lockedOut.unauthenticated')}</p>
      <EnrolForm />
    </section>
  );
}

import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { Notice } from '../parts/notice';
import styles from './account-page.module.css';

/** Without the server, what is shown has an age: it is said. */
export function AsOf() {
  const { t, format } = useWords();
  const status = useLive('status', null);
  if (status?.connection.state !== 'offline') return null;
  return (
    <div className={styles.asOf}>
      <Notice tone="inform">
        {status.lastExchangeAt
          ? t('counter.account.asOf', { at: format.moment(status.lastExchangeAt) })
          : t('counter.account.asOfNever')}
      </Notice>
    </div>
  );
}

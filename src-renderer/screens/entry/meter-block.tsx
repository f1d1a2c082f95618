import type { Account } from '../../../shared/model/account';
import type { MeterView } from '../../data/account-view';
import { useWords } from '../../text/use-words';
import { Notice } from '../parts/notice';
import styles from './entry.module.css';
import { EntryForm } from './entry-form';
import { MeterState } from './meter-state';
import { obstacleTo } from './obstacle';
import { PreviousIndex } from './previous-index';

interface MeterBlockProps {
  account: Account;
  view: MeterView;
}

/** One meter: what it showed, what it shows now, and what became of it. */
export function MeterBlock({ account, view }: MeterBlockProps) {
  const { t, say } = useWords();
  const { meter } = view;
  const obstacle = obstacleTo(account, view);
  return (
    <section aria-label={t('counter.meter.title', { serial: meter.serial })}>
      <h2 className={styles.title}>
        {t('counter.meter.title', { serial: meter.serial })}
        <span className={styles.digits}>{t('counter.meter.digits', { count: meter.digits })}</span>
      </h2>
      {obstacle ? (
        <>
          <PreviousIndex view={view} />
          <div className={styles.obstacle}>
            <Notice tone="ask">{say(obstacle)}</Notice>
          </div>
          <MeterState view={view} saved={null} open={false} />
        </>
      ) : (
        <EntryForm account={account} view={view} />
      )}
    </section>
  );
}

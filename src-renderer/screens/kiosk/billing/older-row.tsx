import { Loader } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useOlderBilling } from '../../older-billing';
import styles from './billing.module.css';

interface OlderRowProps {
  accountId: string;
  what: 'invoices' | 'payments';
}

/** The last row of a list of the last months: asks for what is older, or says why it cannot be had. */
export function OlderRow({ accountId, what }: OlderRowProps) {
  const { t } = useWords();
  const { stateOf, ask } = useOlderBilling(accountId);
  const online = useLive('kiosk', null)?.online !== false;
  const state = stateOf(what);
  if (state === 'none' || !online) {
    return (
      <li className={styles.row}>
        <span className={styles.quiet} role="status">
          {t(state === 'none' ? 'visit.older.none' : 'visit.older.offline')}
        </span>
      </li>
    );
  }
  const asking = state === 'asking';
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-busy={asking || undefined}
        onClick={() => !asking && ask()}
      >
        <span className={styles.what}>
          <span className={styles.name}>{t(`visit.older.${what}`)}</span>
          <span className={styles.quiet} role="status">
            {state === 'not-fetched' && t('visit.older.notFetched')}
          </span>
        </span>
        {asking ? (
          <Loader size={32} color="currentColor" aria-hidden />
        ) : (
          <IconHistory size={36} aria-hidden />
        )}
      </button>
    </li>
  );
}

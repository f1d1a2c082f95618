import { Button } from '@mantine/core';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { useOlderBilling } from '../older-billing';
import styles from './billing.module.css';

interface OlderLineProps {
  accountId: string;
  what: 'invoices' | 'payments';
}

/** Under a list of the last months: what is older comes from the server, when somebody asks for it. */
export function OlderLine({ accountId, what }: OlderLineProps) {
  const { t } = useWords();
  const { stateOf, ask } = useOlderBilling(accountId);
  const offline = useLive('status', null)?.connection.state === 'offline';
  const state = stateOf(what);
  const isThere = state === 'known' || state === 'none';
  const word = isThere ? t('counter.older.all') : offline && t('counter.older.offline');
  return (
    <div className={styles.older}>
      {!word && (
        <Button variant="default" loading={state === 'asking'} onClick={ask}>
          {t(`counter.older.${what}`)}
        </Button>
      )}
      <p role="status">{word || (state === 'not-fetched' && t('counter.older.notFetched'))}</p>
    </div>
  );
}

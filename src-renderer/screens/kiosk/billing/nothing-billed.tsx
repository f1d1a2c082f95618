import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useOlderBilling } from '../../older-billing';
import { KioskNotice } from '../parts/kiosk-notice';
import { SignScreen } from '../parts/sign-screen';

interface NothingBilledProps {
  accountId: string;
  what: 'invoices' | 'payments';
}

/** The last months have nothing; what is older may be asked for. */
export function NothingBilled({ accountId, what }: NothingBilledProps) {
  const { t } = useWords();
  const { stateOf, ask } = useOlderBilling(accountId);
  const online = useLive('kiosk', null)?.online !== false;
  const state = stateOf(what);
  const canAsk = online && state !== 'none';
  const failed = state === 'not-fetched' ? t('visit.older.notFetched') : undefined;
  return (
    <SignScreen
      tone="inform"
      title={t(`visit.${what}.none`)}
      subtitle={state === 'none' ? t('visit.older.none') : t(`visit.${what}.noneBody`)}
      notice={failed && <KioskNotice tone="ask">{failed}</KioskNotice>}
      live={state === 'none' ? t('visit.older.none') : failed}
      primary={
        canAsk ? { label: t(`visit.older.${what}`), onPress: ask, busy: state === 'asking' } : undefined
      }
    />
  );
}

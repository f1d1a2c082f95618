import { IconHome } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../text/use-words';
import { useData, useLive } from '../../data-context';
import { useKiosk } from '../navigation';
import { BigButton } from '../parts/big-button';
import { KioskScreen } from '../parts/kiosk-screen';
import { Tile } from '../parts/tile';
import { Waiting } from '../parts/waiting';
import styles from './home.module.css';
import { useVisit } from './use-visit';

/** As many as fit a screen without scrolling. */
const perPage = 5;

/** A customer of several accounts says which of them it is about. */
export function AccountsPage() {
  const { t } = useWords();
  const visit = useVisit();
  const [page, setPage] = useState(0);
  if (!visit) return <Waiting />;
  const { accountIds } = visit;
  const shown = accountIds.slice(page * perPage, (page + 1) * perPage);
  const next = (page + 1) * perPage < accountIds.length ? page + 1 : 0;
  return (
    <KioskScreen title={t('kiosk.accounts.title')} subtitle={t('kiosk.accounts.subtitle')}>
      <div className={styles.accounts}>
        {shown.map((accountId) => (
          <AccountTile key={accountId} accountId={accountId} open={accountId === visit.accountId} />
        ))}
        {accountIds.length > perPage && (
          <BigButton label={t('kiosk.accounts.more')} onPress={() => setPage(next)} />
        )}
      </div>
    </KioskScreen>
  );
}

function AccountTile({ accountId, open }: { accountId: string; open: boolean }) {
  const { t } = useWords();
  const api = useData();
  const { go } = useKiosk();
  const view = useLive('account', { accountId });
  if (!view) return null; // of another office: not on this device
  const { serviceAddress, locality, holderName, clientCode } = view.account;
  return (
    <Tile
      tone={open ? 'primary' : 'plain'}
      icon={<IconHome size={56} stroke={1.25} />}
      title={`${serviceAddress}, ${locality}`}
      detail={`${holderName} · ${t('kiosk.home.clientCode', { code: clientCode })}`}
      onPress={() => void api.chooseAccount(accountId).then(() => go({ at: 'home' }))}
    />
  );
}

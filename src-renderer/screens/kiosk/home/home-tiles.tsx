import {
  IconCreditCard,
  IconDropletHalf2,
  IconFileInvoice,
  IconReceipt,
  IconSwitchHorizontal,
  IconUserCircle,
  IconUserPlus,
} from '@tabler/icons-react';
import type { AccountView } from '../../../data/data-api';
import type { KioskView, VisitView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { useKiosk } from '../navigation';
import { Tile } from '../parts/tile';
import styles from './home.module.css';
import { payWords, readingWords } from './tile-words';

export interface HomeFacts {
  visit: VisitView;
  view: AccountView;
  kiosk: KioskView;
}

const icon = { size: 64, stroke: 1.25 };

/** The words of the utility's site, and under each what it means today. */
export function HomeTiles(facts: HomeFacts) {
  const { t, format } = useWords();
  const { visit, view, kiosk } = facts;
  const { go } = useKiosk();
  const invoices = useLive('invoices', { accountId: view.account.id }) ?? [];
  const open = invoices.filter(({ outstandingBani }) => outstandingBani > 0);
  const owedBani = open.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0);
  const owed =
    open.length > 0
      ? t('kiosk.tile.invoices.open', { count: String(open.length), amount: format.money(owedBani) })
      : t('kiosk.tile.invoices.paid');
  const reading = readingWords(view);
  return (
    <div className={styles.tiles}>
      <Tile
        tone={reading.state === 'open' ? 'primary' : 'plain'}
        icon={<IconDropletHalf2 {...icon} />}
        title={t('kiosk.tile.readings.title')}
        detail={t(`kiosk.tile.readings.${reading.state}`, { from: reading.from && format.day(reading.from) })}
        onPress={() => go({ at: 'readings' })}
      />
      <Tile
        icon={<IconFileInvoice {...icon} />}
        title={t('kiosk.tile.invoices.title')}
        detail={owed}
        onPress={() => go({ at: 'invoices' })}
      />
      <Tile
        icon={<IconCreditCard {...icon} />}
        title={t('kiosk.tile.pay.title')}
        detail={t(`kiosk.tile.pay.${payWords(kiosk, owedBani)}`)}
        onPress={() => go({ at: 'pay' })}
      />
      <Tile
        icon={<IconReceipt {...icon} />}
        title={t('kiosk.tile.payments.title')}
        detail={t('kiosk.tile.payments.detail')}
        onPress={() => go({ at: 'payments' })}
      />
      <OwnTiles visit={visit} registered={view.account.registered} />
    </div>
  );
}

function OwnTiles({ visit, registered }: { visit: VisitView; registered: boolean }) {
  const { t } = useWords();
  const { go } = useKiosk();
  const signedIn = visit.shownBy === 'password';
  return (
    <>
      <Tile
        icon={<IconUserCircle {...icon} />}
        title={t('kiosk.tile.account.title')}
        detail={t(signedIn ? 'kiosk.tile.account.open' : 'kiosk.tile.account.signIn')}
        onPress={() => go(signedIn ? { at: 'account' } : { at: 'sign-in', towards: 'account' })}
      />
      {!registered && !signedIn && (
        <Tile
          icon={<IconUserPlus {...icon} />}
          title={t('kiosk.tile.register.title')}
          detail={t('kiosk.tile.register.detail')}
          onPress={() => go({ at: 'register' })}
        />
      )}
      {visit.accountIds.length > 1 && (
        <Tile
          icon={<IconSwitchHorizontal {...icon} />}
          title={t('kiosk.tile.accounts.title')}
          detail={t('kiosk.tile.accounts.detail', { count: String(visit.accountIds.length) })}
          onPress={() => go({ at: 'accounts' })}
        />
      )}
    </>
  );
}

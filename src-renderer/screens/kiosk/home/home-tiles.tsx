import {
  IconCreditCard,
  IconDropletHalf2,
  IconFileInvoice,
  IconReceipt,
  IconSwitchHorizontal,
  IconUserCircle,
  IconUserPlus,
} from '@tabler/icons-react';
import type { Account } from '../../../../shared/model/account';
import type { AccountView } from '../../../data/account-view';
import type { KioskView, VisitView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useInvoices } from '../billing/use-billing';
import { useKiosk } from '../navigation';
import { Tile } from '../parts/tile';
import styles from './home.module.css';
import { type Owed, ownWords, payWords, readingWords } from './tile-words';
import { useOwnRegistration } from './use-own-registration';

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
  const owed = useOwed(view.account);
  const reading = readingWords(view, kiosk);
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
        detail={t(`kiosk.tile.invoices.${owed.state}`, {
          count: String(owed.invoices),
          amount: format.money(owed.bani),
        })}
        onPress={() => go({ at: 'invoices' })}
      />
      <Tile
        icon={<IconCreditCard {...icon} />}
        title={t('kiosk.tile.pay.title')}
        detail={t(`kiosk.tile.pay.${payWords(kiosk, owed)}`)}
        onPress={() => go({ at: 'pay' })}
      />
      <Tile
        icon={<IconReceipt {...icon} />}
        title={t('kiosk.tile.payments.title')}
        detail={t('kiosk.tile.payments.detail')}
        onPress={() => go({ at: 'payments' })}
      />
      <OwnTiles visit={visit} registered={view.account.registered} kiosk={kiosk} />
    </div>
  );
}

/** What is to be paid, or is in advance; nothing is said of it before the invoices are known. */
function useOwed({ id, balanceBani }: Account): Owed {
  const open = useInvoices(id)?.filter(({ outstandingBani }) => outstandingBani > 0);
  if (!open) return { state: 'loading', invoices: 0, bani: 0 };
  if (open.length === 0)
    return { state: balanceBani < 0 ? 'in-advance' : 'paid', invoices: 0, bani: Math.max(0, -balanceBani) };
  const bani = open.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0);
  return { state: 'open', invoices: open.length, bani };
}

interface OwnTilesProps {
  visit: VisitView;
  registered: boolean;
  kiosk: KioskView;
}

function OwnTiles({ visit, registered, kiosk }: OwnTilesProps) {
  const { t } = useWords();
  const { go } = useKiosk();
  const signedIn = visit.shownBy === 'password';
  const account = ownWords(kiosk, signedIn);
  return (
    <>
      <Tile
        icon={<IconUserCircle {...icon} />}
        title={t('kiosk.tile.account.title')}
        detail={t(`kiosk.tile.account.${account}`)}
        onPress={() => go(signedIn ? { at: 'account' } : { at: 'sign-in', towards: 'account' })}
      />
      {!registered && !signedIn && <RegisterTile accountId={visit.accountId} canSave={kiosk.canSave} />}
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

/** Whoever has asked for it here already sees how far that is, and does not begin again. */
function RegisterTile({ accountId, canSave }: { accountId: string; canSave: boolean }) {
  const { t } = useWords();
  const { go } = useKiosk();
  const made = useOwnRegistration(accountId);
  return (
    <Tile
      icon={<IconUserPlus {...icon} />}
      title={t('kiosk.tile.register.title')}
      detail={t(`kiosk.tile.register.${made?.state ?? (canSave ? 'detail' : 'noRoom')}`)}
      onPress={() => go(made ? { at: 'result', submission: made } : { at: 'register' })}
    />
  );
}

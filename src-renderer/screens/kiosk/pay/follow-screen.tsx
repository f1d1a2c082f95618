import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { useWords } from '../../../text/use-words';
import { QrCode } from '../../slip/codes';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { SignScreen } from '../parts/sign-screen';
import { usePageBeside } from './page-beside';
import styles from './pay.module.css';

interface FollowScreenProps {
  order: PaymentOrder;
  /** The last question how it stands was answered. */
  heard: boolean;
  /** Where this is not the payment that was asked for: what it is. */
  earlier: string | null;
  /** Null while a second order could charge a second time: there is no way back then. */
  back: (() => void) | null;
}

/** While the customer pays: what to do now. */
export function FollowScreen(shown: FollowScreenProps) {
  const { order } = shown;
  if (order.state === 'unknown') return <UnknownScreen {...shown} />;
  return order.channel === 'page' ? <PageScreen {...shown} /> : <TerminalScreen {...shown} />;
}

function TerminalScreen({ order, heard, earlier, back }: FollowScreenProps) {
  const { t, format } = useWords();
  const beside = usePageBeside(order);
  if (beside?.state === 'paid') return <NoCardNow key="paid" amount={beside.amount} />;
  const amount = format.money(order.amountBani);
  return (
    <SignScreen
      tone="card"
      title={t('visit.pay.terminalTitle')}
      subtitle={t('visit.pay.terminalBody', { amount })}
      back={back}
      live={beside?.words}
      notice={
        (earlier || beside || !heard) && (
          <div className={styles.notices}>
            {earlier && <KioskNotice tone="inform">{earlier}</KioskNotice>}
            {beside && <KioskNotice tone={beside.tone}>{beside.words}</KioskNotice>}
            <Heard heard={heard} />
          </div>
        )
      }
    />
  );
}

/** The page was paid on the phone while the terminal waits for a card: nobody here can call the terminal back. */
function NoCardNow({ amount }: { amount: string }) {
  const { t } = useWords();
  const said = t('visit.pay.onPhone.paidBody', { amount });
  return <SignScreen tone="received" title={t('visit.pay.onPhone.paidTitle')} subtitle={said} back={null} />;
}

function PageScreen({ order, heard, earlier, back }: FollowScreenProps) {
  const { t, format } = useWords();
  const beside = usePageBeside(order);
  const { pageUrl, amountBani, endsAt } = order;
  return (
    <KioskScreen
      title={t('visit.pay.pageTitle')}
      subtitle={t('visit.pay.pageBody', { amount: format.money(amountBani) })}
      back={back}
      live={beside?.words}
    >
      <div className={styles.page}>
        {pageUrl && <QrCode text={pageUrl} className={styles.qr} alt={t('visit.pay.code')} />}
        <div className={styles.words}>
          <p>{t('visit.pay.pageAddress')}</p>
          <p className={styles.address}>{pageUrl?.replace(/^https:\/\//, '')}</p>
          <p className={styles.quiet}>{t('visit.pay.until', { at: format.clockTime(endsAt) })}</p>
          {earlier && <KioskNotice tone="inform">{earlier}</KioskNotice>}
          {beside && <KioskNotice tone={beside.tone}>{beside.words}</KioskNotice>}
          <Heard heard={heard} />
        </div>
      </div>
    </KioskScreen>
  );
}

/** The server is not heard while somebody may be paying: said, and asked on. */
function Heard({ heard }: { heard: boolean }) {
  const { t } = useWords();
  return heard ? null : <KioskNotice tone="ask">{t('visit.pay.lostBody')}</KioskNotice>;
}

function UnknownScreen({ order, earlier, back }: FollowScreenProps) {
  const { t } = useWords();
  const beside = usePageBeside(order);
  const said = [earlier ?? [], t('visit.pay.unknownBody')].flat().join(' ');
  return (
    <SignScreen
      tone="ask"
      title={t('visit.pay.unknown')}
      subtitle={said}
      back={back}
      live={beside?.words}
      notice={
        beside && (
          <div className={styles.notices}>
            <KioskNotice tone={beside.tone}>{beside.words}</KioskNotice>
          </div>
        )
      }
    />
  );
}

import { IconCreditCard, IconDeviceMobile } from '@tabler/icons-react';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import type { KioskView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { Tile } from '../parts/tile';
import { sameMembers } from './earlier';
import type { OpenPage } from './open-pages';
import styles from './pay.module.css';
import type { Ordering, Wish } from './use-order';

interface HowScreenProps {
  kiosk: KioskView;
  wish: Wish;
  /** That stay open on the phone for some of the invoices. */
  openPages: readonly OpenPage[];
  begin: Ordering['begin'];
  /** Shows a page again for the very same invoices. */
  resume: (page: PaymentOrder) => void;
  back: () => void;
}

export function HowScreen({ kiosk, wish, openPages, begin, resume, back }: HowScreenProps) {
  const { t, format } = useWords();
  const { accountId, invoiceIds, amountBani } = wish;
  const order: Wish = { accountId, invoiceIds, amountBani };
  const same = openPages.find(
    ({ order, needless }) =>
      !needless && order.amountBani === amountBani && sameMembers(order.invoiceIds, invoiceIds),
  )?.order;
  const said = useOpenSaid(openPages, kiosk);
  return (
    <KioskScreen title={t('visit.pay.how', { amount: format.money(amountBani) })} back={back} live={said}>
      <div className={styles.how}>
        {said && <KioskNotice tone="ask">{said}</KioskNotice>}
        <div className={styles.ways}>
          {kiosk.cardTerminal && (
            <Tile
              icon={<IconCreditCard size={72} stroke={1.5} />}
              title={t('visit.pay.card')}
              detail={t('visit.pay.cardDetail')}
              onPress={() => void begin(order, 'terminal')}
            />
          )}
          {kiosk.paymentPage && (
            <Tile
              icon={<IconDeviceMobile size={72} stroke={1.5} />}
              title={t('visit.pay.phone')}
              detail={t(same ? 'visit.pay.onPhone.again' : 'visit.pay.phoneDetail')}
              onPress={() => (same ? resume(same) : void begin(order, 'page'))}
            />
          )}
        </div>
      </div>
    </KioskScreen>
  );
}

/** Until when a page can be paid on the phone, and that it is one or the other, or that it is not to be paid any more. */
function useOpenSaid(openPages: readonly OpenPage[], { cardTerminal }: KioskView): string | undefined {
  const { t, format } = useWords();
  const byEnd = openPages.toSorted((a, b) => a.order.endsAt.localeCompare(b.order.endsAt));
  const last = (byEnd.findLast(({ needless }) => needless) ?? byEnd.at(-1))?.order;
  if (!last) return undefined;
  if (byEnd.some(({ needless }) => needless)) {
    const facts = { amount: format.money(last.amountBani), at: format.clockTime(last.endsAt) };
    return t('visit.pay.onPhone.needless', facts);
  }
  const open = t('visit.pay.onPhone.open', { at: format.clockTime(last.endsAt) });
  return cardTerminal ? `${open} ${t('visit.pay.onPhone.once')}` : open;
}

import { IconCreditCard, IconDeviceMobile } from '@tabler/icons-react';
import type { KioskView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { KioskScreen } from '../parts/kiosk-screen';
import { Tile } from '../parts/tile';
import styles from './pay.module.css';
import type { Ordering, Wish } from './use-order';

interface HowScreenProps {
  kiosk: KioskView;
  wish: Wish;
  begin: Ordering['begin'];
  back: () => void;
}

export function HowScreen({ kiosk, wish, begin, back }: HowScreenProps) {
  const { t, format } = useWords();
  const { accountId, invoiceIds, amountBani } = wish;
  const order: Wish = { accountId, invoiceIds, amountBani };
  return (
    <KioskScreen title={t('visit.pay.how', { amount: format.money(amountBani) })} back={back}>
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
            detail={t('visit.pay.phoneDetail')}
            onPress={() => void begin(order, 'page')}
          />
        )}
      </div>
    </KioskScreen>
  );
}

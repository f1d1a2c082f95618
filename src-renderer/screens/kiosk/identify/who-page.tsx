import { IconBarcode, IconFileInvoice, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { type KioskPlace, useKiosk } from '../navigation';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { Tile } from '../parts/tile';
import styles from './identify.module.css';
import { useScanToCodes } from './use-scan-to-codes';

const icon = { size: 72, stroke: 1.25 };

/** The codes of an invoice, typed or scanned, or e-mail and password. */
export function WhoPage({ place }: { place: Extract<KioskPlace, { at: 'who' }> }) {
  const { t } = useWords();
  const kiosk = useLive('kiosk', null);
  const { go } = useKiosk();
  const [foreign, setForeign] = useState(place.foreignScan ?? false);
  useScanToCodes(kiosk, () => setForeign(true));
  const offline = kiosk?.online === false;
  return (
    <KioskScreen
      title={t('kiosk.who.title')}
      subtitle={t('kiosk.who.subtitle')}
      live={foreign ? t('kiosk.who.foreignScan') : undefined}
    >
      <div className={styles.choices}>
        <Tile
          tone="primary"
          icon={<IconFileInvoice {...icon} />}
          title={t('kiosk.who.codes.title')}
          detail={t('kiosk.who.codes.detail')}
          onPress={() => go({ at: 'codes' })}
        />
        <Tile
          icon={<IconMail {...icon} />}
          title={t('kiosk.who.email.title')}
          detail={t(offline ? 'kiosk.who.email.offline' : 'kiosk.who.email.detail')}
          onPress={() => go({ at: 'sign-in' })}
        />
        {foreign ? (
          <KioskNotice tone="ask">{t('kiosk.who.foreignScan')}</KioskNotice>
        ) : (
          <p className={styles.scan}>
            <IconBarcode size={56} stroke={1.5} aria-hidden />
            {t('kiosk.who.scan')}
          </p>
        )}
        {offline && <KioskNotice tone="ask">{t('kiosk.who.offline')}</KioskNotice>}
      </div>
    </KioskScreen>
  );
}

import { IconHandFinger } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/model/primitives';
import type { KioskView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { StartupNotices } from '../../boot/startup-notices';
import { useLive } from '../../data-context';
import { kioskLanguages } from '../comfort/language-choice';
import { useScanToCodes } from '../identify/use-scan-to-codes';
import { useKiosk } from '../navigation';
import { KioskNotice } from '../parts/kiosk-notice';
import { KioskScreen } from '../parts/kiosk-screen';
import { Waiting } from '../parts/waiting';
import styles from './attract.module.css';
import { useStaffNotices } from './use-staff-notices';
import { WindowWords } from './window-words';

/** Waits for the next customer. A language begins in it; a touch anywhere else begins in the one that is shown. */
export function AttractPage() {
  const { t } = useWords();
  const kiosk = useLive('kiosk', null);
  const { go } = useKiosk();
  useTouchAnywhere();
  useScanToCodes(kiosk, () => go({ at: 'who', foreignScan: true }));
  const staff = useStaffNotices();
  if (!kiosk) return <Waiting />;
  return (
    <KioskScreen
      title={t('kiosk.attract.title')}
      subtitle={kiosk.canSave ? t('kiosk.attract.subtitle') : undefined}
      mark={kiosk.office}
      back={null}
    >
      <div className={styles.content}>
        {staff === 'open' ? (
          <StartupNotices />
        ) : (
          <>
            {kiosk.canSave && <WindowWords window={kiosk.window} next={kiosk.nextWindow} />}
            <Troubles kiosk={kiosk} />
            {staff === 'there' && <KioskNotice tone="inform">{t('kiosk.attract.staff')}</KioskNotice>}
          </>
        )}
        <ul className={styles.languages}>
          {kioskLanguages.map((language) => (
            <li key={language}>
              <BeginIn language={language} />
            </li>
          ))}
        </ul>
      </div>
    </KioskScreen>
  );
}

/** What the kiosk cannot do now, before anybody tries it in vain. */
function Troubles({ kiosk }: { kiosk: KioskView }) {
  const { t } = useWords();
  const disk = kiosk.canSave ? kiosk.storage : 'full';
  return (
    <>
      {!kiosk.canSave && <KioskNotice tone="refused">{t('kiosk.attract.noRoom')}</KioskNotice>}
      {kiosk.canSave && kiosk.online === false && (
        <KioskNotice tone="ask">{t('kiosk.attract.offline')}</KioskNotice>
      )}
      {disk !== 'ok' && <KioskNotice tone="inform">{t(`kiosk.attract.disk.${disk}`)}</KioskNotice>}
    </>
  );
}

function BeginIn({ language }: { language: Language }) {
  const { i18n } = useTranslation();
  const { showIn } = useWords();
  const { go } = useKiosk();
  const say = i18n.getFixedT(language);
  const begin = () => {
    showIn(language);
    go({ at: 'who' });
  };
  return (
    <button type="button" className={styles.begin} lang={language} onClick={begin}>
      <IconHandFinger size={48} stroke={1.5} aria-hidden />
      <span className={styles.language}>{say(`start.language.${language}`)}</span>
      <span>{say('kiosk.attract.begin')}</span>
    </button>
  );
}

function useTouchAnywhere(): void {
  const { go } = useKiosk();
  const onTouch = useEffectEvent((event: MouseEvent) => {
    if (event.target instanceof Element && !event.target.closest('button')) go({ at: 'who' });
  });
  useEffect(() => {
    const listener = (event: MouseEvent) => onTouch(event);
    document.addEventListener('click', listener);
    return () => document.removeEventListener('click', listener);
  }, []);
}

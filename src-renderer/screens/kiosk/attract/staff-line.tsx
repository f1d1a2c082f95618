import type { StartupNotice } from '../../../data/device-api';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { KioskNotice } from '../parts/kiosk-notice';

/** What was lost for good, or cannot be sent from here; whatever else the start-up check found mends itself. */
const needsSomebody: ReadonlySet<StartupNotice['code']> = new Set([
  'journal-vanished',
  'journal-damaged',
  'journal-gap',
  'of-other-device',
]);

/** That somebody has to look after this machine. What it is stands in the device list; customers are told nothing of it. */
export function StaffLine() {
  const { t } = useWords();
  const notices = useLive('notices', null) ?? [];
  if (!notices.some(({ code }) => needsSomebody.has(code))) return null;
  return <KioskNotice tone="inform">{t('kiosk.attract.staff')}</KioskNotice>;
}

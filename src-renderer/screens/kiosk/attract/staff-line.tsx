import { useState } from 'react';
import { useWords } from '../../../text/use-words';
import { mayBeLost, StartupNotices } from '../../boot/startup-notices';
import { useLive } from '../../data-context';
import { useKeys } from '../../use-keys';
import { KioskNotice } from '../parts/kiosk-notice';

/**
 * That somebody has to look after this machine: customers are told nothing of what it is. Whoever comes with a keyboard
 * reads it, and says to have read it.
 */
export function StaffLine() {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const notices = useLive('notices', null) ?? [];
  useKeys({ 'Ctrl+Shift+F8': () => setIsOpen(!isOpen) });
  const isThere = notices.some(mayBeLost);
  if (isOpen && !isThere) setIsOpen(false); // what is found later is for whoever comes then
  if (!isThere) return null;
  return isOpen ? <StartupNotices /> : <KioskNotice tone="inform">{t('kiosk.attract.staff')}</KioskNotice>;
}

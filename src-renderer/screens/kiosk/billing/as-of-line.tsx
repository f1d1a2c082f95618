import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import { KioskNotice } from '../parts/kiosk-notice';

/** Without the server, what is shown has an age: it is said. */
export function AsOfLine() {
  const { t, format } = useWords();
  const status = useLive('status', null);
  if (status?.connection.state !== 'offline') return null;
  const at = status.lastExchangeAt;
  return (
    <KioskNotice tone="inform">
      {at ? t('visit.asOf', { at: format.moment(at) }) : t('visit.asOfNever')}
    </KioskNotice>
  );
}

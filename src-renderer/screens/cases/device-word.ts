import type { TFunction } from 'i18next';
import type { CaseView } from '../../data/settling-api';

/** Of a device without a name: the beginning of its id, as the server's device list shows it too. */
const shownOfId = 8;

/** Where a case was made. */
export const deviceWord = (t: TFunction, { own, deviceId, deviceName }: CaseView): string =>
  own
    ? t('care.cases.here')
    : t('care.cases.elsewhere', { device: deviceName ?? deviceId.slice(0, shownOfId) });

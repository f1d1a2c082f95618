import type { TFunction } from 'i18next';
import type { CaseView } from '../../data/data-api';

/** The beginning of a device's id, as the server's device list shows it too, is enough to tell it from the others. */
const shownOfId = 8;

/** Where a case was made. */
export const deviceWord = (t: TFunction, { own, deviceId }: CaseView): string =>
  own ? t('care.cases.here') : t('care.cases.elsewhere', { device: deviceId.slice(0, shownOfId) });

import type { TFunction } from 'i18next';
import { tell } from './tell';

/** For a call to the data worker that failed where no screen of its own can say it. */
export function tellUnexpected(t: TFunction): void {
  tell(t, {
    color: 'red',
    title: t('start.unexpected.title'),
    message: t('start.unexpected.body'),
    autoClose: false,
  });
}

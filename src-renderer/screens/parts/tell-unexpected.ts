import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';

/** For a call to the data worker that failed where no screen of its own can say it. */
export function tellUnexpected(t: TFunction): void {
  notifications.show({
    color: 'red',
    title: t('start.unexpected.title'),
    message: t('start.unexpected.body'),
    autoClose: false,
  });
}

import { type NotificationData, notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';

/** A sentence in the corner of the screen, with a button that says what it does. */
export function tell(t: TFunction, told: NotificationData): void {
  notifications.show({ closeButtonProps: { 'aria-label': t('counter.help.close') }, ...told });
}

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './kiosk-notice.module.css';

const icons = {
  inform: IconInfoCircle,
  ask: IconAlertTriangle,
  refused: IconCircleX,
  received: IconCircleCheck,
  kept: IconClockPause,
};

interface KioskNoticeProps {
  tone: keyof typeof icons;
  children: ReactNode;
}

/** A sentence with its icon: what the colour says the icon and the words say too. */
export function KioskNotice({ tone, children }: KioskNoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone}>
      <Icon className={styles.icon} size={36} stroke={2} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { refused: IconCircleX, ask: IconAlertTriangle, inform: IconInfoCircle, done: IconCircleCheck };

export type NoticeTone = keyof typeof icons;

/** A sentence with its icon; the icon and the words carry what the colour says. */
export function Notice({ tone, children }: { tone: NoticeTone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <p className={styles.notice} data-tone={tone}>
      <Icon className={styles.icon} size={20} stroke={2} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

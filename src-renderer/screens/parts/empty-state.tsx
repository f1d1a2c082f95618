import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  body: string;
  /** Stands under the search field, whose answer it is. */
  centred?: boolean;
}

/** Nothing to show: why, and what can be done. */
export function EmptyState({ icon, title, body, centred }: EmptyStateProps) {
  const Title = centred ? 'h1' : 'h2';
  return (
    <div className={styles.empty} data-centred={centred || undefined}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Title className={styles.title}>{title}</Title>
      <p className={styles.body}>{body}</p>
    </div>
  );
}

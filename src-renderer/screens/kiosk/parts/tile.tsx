import type { ReactNode } from 'react';
import styles from './tile.module.css';

interface TileProps {
  icon: ReactNode;
  title: string;
  detail?: string | undefined;
  onPress: () => void;
  tone?: 'plain' | 'primary' | 'quiet';
}

/** A large choice: picture, name, and a line that says what is behind it. */
export function Tile({ icon, title, detail, onPress, tone = 'plain' }: TileProps) {
  return (
    <button type="button" className={styles.tile} data-tone={tone} onClick={onPress}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
    </button>
  );
}

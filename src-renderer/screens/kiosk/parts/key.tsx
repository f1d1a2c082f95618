import type { ReactNode } from 'react';
import styles from './keys.module.css';

interface KeyProps {
  /** What a screen reader says; what is shown when there are no children. */
  name: string;
  onPress: () => void;
  kind?: 'sign' | 'command';
  pressed?: boolean;
  /** Width in keys. */
  span?: number;
  children?: ReactNode;
}

/** A key never takes the focus when touched: it stays in the field that is being filled. */
export function Key({ name, onPress, kind = 'sign', pressed, span, children }: KeyProps) {
  return (
    <button
      type="button"
      className={styles.key}
      data-kind={kind}
      aria-label={name}
      aria-pressed={pressed}
      data-wide={span && span > 3 ? true : undefined}
      style={span ? { flexGrow: span } : undefined}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children ?? name}
    </button>
  );
}

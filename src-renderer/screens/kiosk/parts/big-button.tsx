import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './big-button.module.css';

interface BigButtonProps {
  label: string;
  onPress: () => void;
  tone?: 'primary' | 'plain' | 'refuse';
  icon?: ReactNode;
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** A button for a finger. While busy it takes no second touch, and keeps the focus. */
export function BigButton({ label, onPress, tone = 'plain', icon, busy, disabled }: BigButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      data-tone={tone}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={() => !busy && onPress()}
    >
      {busy ? <Loader size={32} color="currentColor" aria-hidden /> : icon}
      <span>{label}</span>
    </button>
  );
}

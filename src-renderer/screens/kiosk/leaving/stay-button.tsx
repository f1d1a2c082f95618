import { useEffect, useRef } from 'react';
import { BigButton } from '../parts/big-button';
import styles from './leaving.module.css';

/** Has the focus, so that Enter is an answer; the focus goes back to where it was. */
export function StayButton({ label, onPress }: { label: string; onPress: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement) queueMicrotask(() => before.focus({ preventScroll: true })); // no longer inert
    };
  }, []);
  return (
    <div className={styles.more} ref={box}>
      <BigButton tone="primary" label={label} onPress={onPress} />
    </div>
  );
}

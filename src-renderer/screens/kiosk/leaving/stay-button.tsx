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
      queueMicrotask(() => focusAgain(before)); // no longer inert
    };
  }, []);
  return (
    <div className={styles.more} ref={box}>
      <BigButton tone="primary" label={label} onPress={onPress} />
    </div>
  );
}

/** Where the screen behind has changed meanwhile, it begins as every screen does. */
function focusAgain(before: Element | null): void {
  const place = before?.isConnected && before !== document.body ? before : beginning();
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}

const beginning = (): Element | null =>
  document.querySelector('main [data-first]') ?? document.querySelector('main h1');

import { useEffect, useRef } from 'react';
import { BigButton } from '../parts/big-button';
import { focusAgain, takeFocus } from './focus-again';
import styles from './leaving.module.css';

/** Has the focus, so that Enter is an answer; the focus goes back to where it was. */
export function StayButton({ label, onPress }: { label: string; onPress: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    takeFocus(box.current?.querySelector('button'));
    return () => {
      queueMicrotask(() => focusAgain(before)); // no longer inert
    };
  }, []);
  return (
    <div className={styles.more} ref={box} data-first>
      <BigButton tone="primary" label={label} onPress={onPress} />
    </div>
  );
}

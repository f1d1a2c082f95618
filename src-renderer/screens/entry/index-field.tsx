import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import styles from './entry.module.css';
import type { Entry } from './use-entry';

interface IndexFieldProps {
  id: string;
  field: RefObject<HTMLInputElement | null>;
  answerId: string;
  entry: Entry;
  digits: number;
}

/** Room for a pasted or scanned value that is wrong, so that the rules can say why. */
const spareDigits = 3;

/** The yellow field. Only digits can be typed; what is pasted is answered by the rules. */
export function IndexField({ id, field, answerId, entry, digits }: IndexFieldProps) {
  const { value, dirty } = entry;
  useLayoutEffect(() => {
    // What stands for the month came into the field: the next digit typed replaces it.
    if (value !== '' && !dirty && document.activeElement === field.current) field.current?.select();
  }, [value, dirty, field]);
  const onKey = (event: KeyboardEvent) => {
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (types && !/\d/.test(event.key)) event.preventDefault();
    if (event.key === 'Enter' && event.repeat) event.preventDefault(); // a key held down saves once
    if (event.key === 'Escape' && entry.phase.at !== 'typing') entry.correct();
  };
  const { phase } = entry;
  return (
    <span className={styles.fieldBox}>
      <input
        id={id}
        ref={field}
        data-index-field
        className={styles.field}
        data-phase={phase.at}
        style={{ width: `calc(${digits + spareDigits} * 1ch + 40px)` }}
        value={entry.value}
        onChange={(event) => entry.type(event.currentTarget.value)}
        onKeyDown={onKey}
        onFocus={(event) => event.currentTarget.select()}
        maxLength={digits + spareDigits}
        readOnly={phase.at === 'saving'}
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="done"
        aria-describedby={answerId}
        aria-invalid={phase.at === 'blocked' || entry.check?.gate === 'blocked' || undefined}
      />
      <span className={styles.unit}>m³</span>
    </span>
  );
}

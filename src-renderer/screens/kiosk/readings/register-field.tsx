import { type CSSProperties, type KeyboardEvent, type RefObject, useId } from 'react';
import { useWords } from '../../../text/use-words';
import type { Entry } from '../../entry/use-entry';
import styles from './register-field.module.css';
import type { RegisterKeys } from './use-register-keys';

interface RegisterFieldProps {
  entry: Entry;
  keys: RegisterKeys;
  digits: number;
  field: RefObject<HTMLInputElement | null>;
  saidId: string;
}

/**
 * The yellow field, a place for each digit of the register. The real field lies over the places unseen: a hardware keyboard and
 * screen readers use it, and its caret is always behind the last digit.
 */
export function RegisterField({ entry, keys, digits, field, saidId }: RegisterFieldProps) {
  const { t } = useWords();
  const id = useId();
  const { value, phase } = entry;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace' || event.key === 'Delete') keys.erase();
    else if (/^\d$/.test(event.key)) keys.type(event.key);
    else if (event.key.length > 1) return; // Tab, Enter, arrows
    event.preventDefault();
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {t('visit.meter.field')}
        <span className={styles.hint}>{t('visit.meter.fieldHint')}</span>
      </label>
      <div className={styles.box} data-phase={phase.at}>
        <span className={styles.places} aria-hidden style={{ '--places': digits } as CSSProperties}>
          {placesOf(value, digits).map(({ place, digit }) => (
            <span key={place} className={styles.place} data-next={place === value.length || undefined}>
              {digit}
            </span>
          ))}
        </span>
        <span className={styles.unit} aria-hidden>
          m³
        </span>
        <input
          id={id}
          ref={field}
          className={styles.input}
          data-first
          value={value}
          onChange={(event) => keys.put(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          maxLength={digits}
          readOnly={phase.at === 'saving'}
          inputMode="none" // the keys are on the screen already
          autoComplete="off"
          aria-describedby={saidId}
          aria-invalid={phase.at === 'blocked' || entry.check?.gate === 'blocked' || undefined}
        />
      </div>
    </div>
  );
}

const placesOf = (value: string, digits: number) =>
  Array.from({ length: digits }, (_, place) => ({ place, digit: value[place] ?? '' }));

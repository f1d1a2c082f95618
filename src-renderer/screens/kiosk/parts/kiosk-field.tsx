import { IconAlertCircle, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type MouseEvent, type RefObject, useId, useState } from 'react';
import { useWords } from '../../../text/use-words';
import styles from './kiosk-field.module.css';

export interface KioskFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What a right value looks like. */
  hint?: string | undefined;
  /** In words; stands beside the field and is read with it. Null: nothing is wrong yet; left out: it is said elsewhere. */
  error?: string | null | undefined;
  kind?: 'text' | 'digits' | 'password';
  maxLength?: number;
  /** Has the focus when the screen comes. */
  first?: boolean;
  /** What it holds was refused: a touch that enters the field selects it, so that it is typed anew as a whole. */
  refused?: boolean;
  onFocus?: () => void;
  onLeave?: () => void;
  field?: RefObject<HTMLInputElement | null>;
}

const icon = { size: 32, stroke: 1.75, 'aria-hidden': true } as const;

/** Label above, large value; on-screen keys, a hardware keyboard and a scanner write into the same input. */
export function KioskField(props: KioskFieldProps) {
  const { label, value, onChange, hint, error, kind = 'text', maxLength = 200, first, field } = props;
  const { refused, onFocus, onLeave } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const speaks = error !== undefined || hint !== undefined;
  const take = (typed: string) => onChange(kind === 'digits' ? typed.replaceAll(/\D/g, '') : typed);
  return (
    <div className={styles.field} data-wrong={error ? true : undefined}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        <input
          id={id}
          ref={field}
          className={styles.input}
          data-kind={kind}
          type={kind === 'password' && !shown ? 'password' : 'text'}
          value={value}
          onChange={(event) => take(event.currentTarget.value)}
          onMouseDown={refused ? enterSelecting : undefined}
          onFocus={onFocus}
          onBlur={onLeave}
          maxLength={maxLength}
          inputMode="none" // the keys are on the screen already
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="none"
          spellCheck={false}
          data-first={first || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={speaks ? `${id}-said` : undefined}
        />
        {kind === 'password' && <ShowPassword shown={shown} toggle={() => setShown(!shown)} />}
      </div>
      {speaks && <Said id={`${id}-said`} error={error} hint={hint} />}
    </div>
  );
}

function enterSelecting(event: MouseEvent<HTMLInputElement>): void {
  const field = event.currentTarget;
  if (field === document.activeElement) return; // a second touch places the cursor
  event.preventDefault(); // which would place it now
  field.focus();
  field.select();
}

/** Room for one line, taken whether or not there is something to say, so that nothing jumps. */
function Said({ id, error, hint }: { id: string } & Pick<KioskFieldProps, 'error' | 'hint'>) {
  return (
    <p id={id} className={styles.said} aria-live="polite">
      {error && <IconAlertCircle size={28} stroke={2} aria-hidden />}
      <span>{error || hint}</span>
    </p>
  );
}

function ShowPassword({ shown, toggle }: { shown: boolean; toggle: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={styles.show}
      aria-pressed={shown}
      aria-label={t('kiosk.field.showPassword')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={toggle}
    >
      {shown ? <IconEyeOff {...icon} /> : <IconEye {...icon} />}
    </button>
  );
}

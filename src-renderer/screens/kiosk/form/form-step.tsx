import { useRef, useState } from 'react';
import type { CustomerField } from '../../../../shared/model/customer-field';
import { useWords } from '../../../text/use-words';
import { useLive } from '../../data-context';
import type { KeyboardLayout } from '../parts/keyboard-layouts';
import { Keypad } from '../parts/keypad';
import { KioskField } from '../parts/kiosk-field';
import { KioskScreen } from '../parts/kiosk-screen';
import { OnScreenKeyboard } from '../parts/on-screen-keyboard';
import { useFieldKeys } from '../parts/use-field-keys';
import styles from './form.module.css';
import { FormAnswer } from './form-answer';
import type { Form } from './use-form';

interface FormStepProps {
  title: string;
  subtitle?: string | undefined;
  /** One or two questions. */
  fields: readonly [CustomerField, ...CustomerField[]];
  form: Form;
  /** What the large button does once the fields stand; a field that was refused all the same is taken up again, wherever the focus went. */
  next: { label: string; go: (() => void) | (() => Promise<Refused>); busy?: boolean };
  back?: () => void;
  /** What a whole form was answered with, in sentences. */
  answer?: readonly string[];
}

type Refused = CustomerField | undefined;

const looks = {
  clientCode: { kind: 'digits', keys: 'keypad', maxLength: 16 },
  internalCode: { kind: 'digits', keys: 'keypad', maxLength: 16 },
  phone: { kind: 'digits', keys: 'keypad', maxLength: 14 },
  email: { kind: 'text', keys: 'email', maxLength: 200 },
  password: { kind: 'password', keys: 'password', maxLength: 200 },
  passwordAgain: { kind: 'password', keys: 'password', maxLength: 200 },
  oldPassword: { kind: 'password', keys: 'password', maxLength: 200 },
} as const satisfies Record<
  CustomerField,
  { kind: 'text' | 'digits' | 'password'; keys: KeyboardLayout | 'keypad'; maxLength: number }
>;

/** One or two questions with the keys for them; the large button goes on only when the answers stand. */
export function FormStep({ title, subtitle, fields, form, next, back, answer = [] }: FormStepProps) {
  const inputs = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  const inputOf = (field: CustomerField) => (field === fields[0] ? inputs.first : inputs.second);
  const [busy, setBusy] = useState(false);
  const hintOf = useHints();
  const { t } = useWords();
  const goOn = async () => {
    const empty = fields.findIndex((field) => form.values[field] === '');
    const input = empty > 0 ? inputs.second.current : null; // the next question, once the first is answered well
    const asksNext = input !== null && document.activeElement !== input;
    setBusy(true);
    const wrong = await form
      .firstWrong(asksNext ? fields.slice(0, empty) : fields)
      .finally(() => setBusy(false));
    if (!wrong && asksNext) return input.focus();
    const refused = wrong ?? (await next.go());
    if (refused) takeUp(inputOf(refused).current);
  };
  const { keys } = looks[fields[0]];
  return (
    <KioskScreen
      title={title}
      subtitle={subtitle}
      live={answer.join(' ')}
      spoken={fields.flatMap((field) => form.errorOf(field) ?? []).join(' ')}
      primary={{ label: next.label, onPress: () => void goOn(), busy: busy || next.busy }}
      {...(back ? { back } : {})}
      {...(keys === 'keypad'
        ? { beside: <Digits /> }
        : { below: <Letters layout={keys} />, notice: <FormAnswer words={answer} /> })}
    >
      <div className={styles.fields} data-two={fields.length > 1 || undefined}>
        {fields.map((field, place) => (
          <KioskField
            key={field}
            first={place === 0}
            field={inputOf(field)}
            kind={looks[field].kind}
            maxLength={looks[field].maxLength}
            label={t(`visit.form.fields.${field}`)}
            hint={hintOf(field)}
            value={form.values[field]}
            error={form.errorOf(field)}
            onChange={(text) => form.type(field, text)}
            onLeave={() => form.leave(field)}
          />
        ))}
      </div>
      {keys === 'keypad' && <FormAnswer words={answer} />}
    </KioskScreen>
  );
}

/** What is hidden is typed anew as a whole: nobody sees where to mend it. */
function takeUp(input: HTMLInputElement | null): void {
  input?.focus();
  if (input?.type === 'password') input.select();
}

function Digits() {
  const keys = useFieldKeys();
  return <Keypad onDigit={keys.type} onErase={keys.erase} onClear={keys.clear} />;
}

function Letters({ layout }: { layout: KeyboardLayout }) {
  const keys = useFieldKeys();
  return <OnScreenKeyboard layout={layout} onKey={keys.type} onErase={keys.erase} />;
}

function useHints(): (field: CustomerField) => string {
  const { t, format } = useWords();
  const least = useLive('kiosk', null)?.passwordLength ?? 6;
  return (field) => t(`visit.form.hints.${field}`, { least: format.number(least) });
}

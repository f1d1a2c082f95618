import { Button, SegmentedControl, TextInput, type TextInputProps } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Finding } from '../../../shared/metering/finding';
import type { CounterMethod } from '../../../shared/model/payment';
import { useWords } from '../../text/use-words';
import { busyIf } from '../parts/busy';
import { Notice } from '../parts/notice';
import { tabFieldMark } from '../parts/tab-field';
import { usePaused } from '../parts/use-paused';
import { DrawerHint } from './drawer-hint';
import styles from './pay.module.css';
import { methods, type Payment, type PaymentPhase } from './use-payment';

/** How much and how; Enter takes the money from any of the fields. */
export function PaymentForm({ payment }: { payment: Payment }) {
  const { t, format } = useWords();
  const answerId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { entry, phase, check } = payment;
  const stoppedAt = fieldOf(phase);
  useEffect(() => {
    if (stoppedAt) form.current?.querySelector<HTMLInputElement>(`input[name="${stoppedAt}"]`)?.focus();
  }, [stoppedAt]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void payment.take();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault(); // a key held down takes once
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKey} noValidate>
      <TextInput
        {...{ [tabFieldMark]: 'pay' }}
        {...fieldLook}
        name="amount"
        label={t('counter.pay.amount')}
        value={entry.amount}
        onChange={(event) => payment.type({ amount: event.currentTarget.value })}
        onFocus={(event) => event.currentTarget.select()}
        rightSection={<span className={styles.unit}>{t('counter.pay.lei')}</span>}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        aria-describedby={answerId}
      />
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('counter.payments.method')}
        value={entry.method}
        onChange={(method) => payment.type({ method: method as CounterMethod })}
        data={methods.map((value) => ({ value, label: t(`counter.pay.methods.${value}`) }))}
      />
      <div className={styles.how}>
        {entry.method === 'cash' ? <Cash payment={payment} /> : <Card payment={payment} />}
      </div>
      <div id={answerId} className={styles.answer} aria-live="assertive">
        <Answer payment={payment} />
      </div>
      <Button type="submit" size="md" {...busyIf(phase.at === 'saving')} rightSection={<kbd>⏎</kbd>}>
        {phase.at === 'saving'
          ? t('counter.meter.saving')
          : t('counter.pay.take', { amount: format.money(check?.amountBani ?? 0) })}
      </Button>
      <DrawerHint />
    </form>
  );
}

/** The field to put right, when something stopped. */
function fieldOf(phase: PaymentPhase): 'amount' | 'tendered' | 'terminalReference' | null {
  if (phase.at === 'not-saved') return 'amount';
  if (phase.at !== 'blocked') return null;
  switch (phase.findings[0]?.code) {
    case 'reference-missing':
      return 'terminalReference';
    case 'tendered-not-an-amount':
    case 'tendered-too-little':
      return 'tendered';
    default:
      return 'amount';
  }
}

const fieldLook = {
  size: 'lg',
  inputWrapperOrder: ['label', 'input', 'description'],
  classNames: { label: styles.fieldLabel ?? '', description: styles.hint ?? '' },
} as const satisfies Partial<TextInputProps>;

function Cash({ payment }: { payment: Payment }) {
  const { t, format } = useWords();
  const changeBani = payment.check?.changeBani ?? null;
  return (
    <div className={styles.cash}>
      <TextInput
        {...fieldLook}
        name="tendered"
        label={t('counter.pay.tendered')}
        placeholder={t('counter.pay.exact')}
        value={payment.entry.tendered}
        onChange={(event) => payment.type({ tendered: event.currentTarget.value })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
      />
      <p className={styles.change}>
        <span className={styles.label}>{t('counter.pay.change')}</span>
        <strong>{changeBani === null ? '–' : format.money(changeBani)}</strong>
      </p>
    </div>
  );
}

function Card({ payment }: { payment: Payment }) {
  const { t } = useWords();
  return (
    <TextInput
      {...fieldLook}
      name="terminalReference"
      label={t('counter.pay.reference')}
      description={t('counter.pay.terminal')}
      value={payment.entry.terminalReference}
      onChange={(event) => payment.type({ terminalReference: event.currentTarget.value })}
      autoComplete="off"
      maxLength={64}
    />
  );
}

/** What stands against it: once typing pauses, what was typed; after Enter, the first thing that stops. */
function Answer({ payment }: { payment: Payment }) {
  const { t, say } = useWords();
  const { phase, entry } = payment;
  const paused = usePaused(JSON.stringify(entry));
  if (phase.at === 'not-saved')
    return <Notice tone="refused">{t(`care.cases.notSaved.${phase.reason}`)}</Notice>;
  const typing = payment.dirty && paused ? (payment.check?.findings ?? []).filter(isOfWhatIsTyped) : [];
  const [finding] = phase.at === 'blocked' ? phase.findings : typing;
  return finding ? <Notice tone="refused">{say(finding)}</Notice> : null;
}

/** What is still to be typed is said only after Enter. */
const isOfWhatIsTyped = ({ code }: Finding): boolean =>
  code !== 'reference-missing' && code !== 'invoice-missing';

import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PaymentView, ReversalOutcome } from '../../data/data-api';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import { Notice } from '../parts/notice';
import styles from './billing.module.css';

type Against =
  | Exclude<ReversalOutcome, { outcome: 'saved' }>
  | { outcome: 'not-saved'; reason: 'unexpected' };

/** Why a payment is taken back: without a reason it is not. */
export function ReversalForm({ payment, close }: { payment: PaymentView; close: () => void }) {
  const { t, format } = useWords();
  const api = useData();
  const answerId = useId();
  const [note, setNote] = useState('');
  const [against, setAgainst] = useState<Against | null>(null);
  const [saving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const unexpected = { outcome: 'not-saved', reason: 'unexpected' } as const;
    const answer = await api.reversePayment({ paymentId: payment.id, note }).catch(() => unexpected);
    setSaving(false);
    if (answer.outcome === 'saved') close();
    else setAgainst(answer);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const amount = format.money(payment.amountBani);
  return (
    <form
      className={styles.reversal}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKey}
      noValidate
      aria-label={t('counter.payments.reverseTitle', { amount })}
    >
      <p>{t(`counter.payments.${payment.method === 'card' ? 'reverseCard' : 'reverseCash'}`, { amount })}</p>
      <Textarea
        ref={field}
        size="md"
        rows={1}
        label={t('care.cases.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
        required
        aria-describedby={answerId}
      />
      <div id={answerId} className={styles.answer} role="alert">
        <Answer against={against} />
      </div>
      <div className={styles.actions}>
        <Button type="submit" disabled={saving}>
          {t('counter.payments.reverseNow')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('care.cases.cancel')}
        </Button>
      </div>
    </form>
  );
}

function Answer({ against }: { against: Against | null }) {
  const { t, say } = useWords();
  if (!against) return null;
  if (against.outcome === 'not-saved')
    return <Notice tone="refused">{t(`care.cases.notSaved.${against.reason}`)}</Notice>;
  return against.findings.map((finding) => (
    <Notice key={finding.code} tone="refused">
      {say(finding)}
    </Notice>
  ));
}

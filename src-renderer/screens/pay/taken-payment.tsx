import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import { useWords } from '../../text/use-words';
import { useLive } from '../data-context';
import { StateWord } from '../entry/state-word';
import { reasonsIn, submissionWords } from '../entry/submission-words';
import { CounterEmail } from '../slip/counter-email';
import { CounterSlip, paidBy } from '../slip/counter-slip';
import styles from './pay.module.css';
import type { PaymentPhase } from './use-payment';

interface TakenPaymentProps {
  taken: Extract<PaymentPhase, { at: 'taken' }>;
  another: (() => void) | null; // null: nothing is left to pay
}

/** What was taken, what goes back, and how far the record of it has come. */
export function TakenPayment({ taken, another }: TakenPaymentProps) {
  const words = useWords();
  const { t, format, say } = words;
  const panel = useRef<HTMLElement>(null);
  const payments = useLive('payments', { accountId: taken.submission.accountId ?? '' });
  const offline = useLive('status', null)?.connection.state === 'offline';
  useEffect(() => panel.current?.focus(), []);
  const payment = payments?.find(({ id }) => id === taken.submission.id);
  const submission = payment?.submission ?? taken.submission;
  const credit = submission.findings.filter(({ code }) => code === 'payment-credit');
  const reasons = [...reasonsIn(words, submission), ...credit.map(say)];
  return (
    <section ref={panel} className={styles.taken} tabIndex={-1} aria-labelledby="taken-title">
      <h2 id="taken-title" className={styles.title}>
        {t('counter.pay.taken', { amount: format.money(submission.amountBani ?? 0) })}
      </h2>
      {taken.changeBani !== null && taken.changeBani > 0 && (
        <p className={styles.give}>
          <span className={styles.label}>{t('counter.pay.giveChange')}</span>
          <strong>{format.money(taken.changeBani)}</strong>
        </p>
      )}
      <div className={styles.state} aria-live="polite">
        <p className={styles.facts}>
          <StateWord state={submission.state} />
          <span>
            {t('counter.submission.receipt', { receipt: formatReceiptNumber(submission.receiptNumber) })}
          </span>
          <CounterSlip submission={submission} more={payment && paidBy(payment)} />
          <CounterEmail submission={submission} />
        </p>
        <p>{reasons.length > 0 ? reasons.join(' ') : submissionWords(t, submission, offline)}</p>
      </div>
      {another && (
        <Button variant="default" size="md" onClick={another}>
          {t('counter.pay.another')}
        </Button>
      )}
    </section>
  );
}

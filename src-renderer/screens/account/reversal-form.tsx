import { useState } from 'react';
import type { PaymentView, ReversalOutcome } from '../../data/payment-api';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import { NoteForm } from '../parts/note-form';
import { Notice } from '../parts/notice';

type Against =
  | Exclude<ReversalOutcome, { outcome: 'saved' }>
  | { outcome: 'not-saved'; reason: 'unexpected' };

interface ReversalFormProps {
  payment: PaymentView;
  cancel: () => void;
  /** After it was saved. */
  done: () => void;
}

/** Why a payment is taken back: without a reason it is not. */
export function ReversalForm({ payment, cancel, done }: ReversalFormProps) {
  const { t, format } = useWords();
  const api = useData();
  const [note, setNote] = useState('');
  const [against, setAgainst] = useState<Against | null>(null);
  const [saving, setSaving] = useState(false);
  const save = async () => {
    if (saving) return;
    setSaving(true);
    const unexpected = { outcome: 'not-saved', reason: 'unexpected' } as const;
    const answer = await api.reversePayment({ paymentId: payment.id, note }).catch(() => unexpected);
    setSaving(false);
    if (answer.outcome === 'saved') done();
    else setAgainst(answer);
  };
  const amount = format.money(payment.amountBani);
  const reference = payment.submission?.taken?.terminalReference;
  const what = [
    t(payment.method === 'card' ? 'counter.payments.reverseCard' : 'counter.payments.reverseCash', {
      amount,
    }),
    ...(reference ? [t('counter.payments.terminalSlip', { reference })] : []),
    ...(payment.allocations.length > 0 ? [t('counter.payments.reverseInvoices')] : []),
    t('counter.payments.reverseWhy'),
  ];
  return (
    <NoteForm
      name={t('counter.payments.reverseTitle', { amount })}
      head={<p>{what.join(' ')}</p>}
      note={note}
      write={setNote}
      answer={<Answer against={against} />}
      answerKey={against?.outcome ?? ''}
      label={t('counter.payments.reverseNow')}
      saving={saving}
      save={() => void save()}
      cancel={cancel}
    />
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

import { assertNever } from '../../../shared/assert-never';
import type { PaymentView, ReversalOutcome } from '../../data/payment-api';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import type { DraftForm } from '../drafts/drafts';
import { wordsOfTab } from '../drafts/left-words';
import { useDraft } from '../drafts/use-draft';
import { type FormPhase, useFormPhase } from '../drafts/use-form-phase';
import { NoteForm } from '../parts/note-form';
import { Notice } from '../parts/notice';

type Answered =
  | { at: 'blocked'; findings: Extract<ReversalOutcome, { outcome: 'blocked' }>['findings'] }
  | { at: 'not-saved'; reason: Extract<ReversalOutcome, { outcome: 'not-saved' }>['reason'] };

/** Why a payment is taken back. */
const reasonDraft = (paymentId: string): DraftForm<string> => ({
  key: `reversal ${paymentId}`,
  untouched: '',
  isTyped: (note) => note.trim() !== '',
  words: wordsOfTab('payments'),
});

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
  const draft = reasonDraft(payment.id);
  const [note, setNote] = useDraft(draft);
  const { phase, touch, save } = useFormPhase<string, Answered>(draft);
  const hear = (answer: ReversalOutcome): FormPhase<Answered> => {
    switch (answer.outcome) {
      case 'saved':
        setNote(() => '');
        done();
        return { at: 'typing' };
      case 'blocked':
        return { at: 'blocked', findings: answer.findings };
      case 'not-saved':
        return { at: 'not-saved', reason: answer.reason };
      default:
        return assertNever(answer);
    }
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
      write={(text) => {
        setNote(() => text);
        touch();
      }}
      answer={<Answer phase={phase} />}
      answerKey={phase.at === 'blocked' || phase.at === 'not-saved' ? phase.at : ''}
      label={t('counter.payments.reverseNow')}
      saving={phase.at === 'saving'}
      save={() => void save(() => api.reversePayment({ paymentId: payment.id, note }), hear)}
      cancel={() => {
        setNote(() => '');
        touch();
        cancel();
      }}
    />
  );
}

function Answer({ phase }: { phase: FormPhase<Answered> }) {
  const { t, say } = useWords();
  if (phase.at === 'not-saved')
    return <Notice tone="refused">{t(`care.cases.notSaved.${phase.reason}`)}</Notice>;
  if (phase.at !== 'blocked') return null;
  return phase.findings.map((finding) => (
    <Notice key={finding.code} tone="refused">
      {say(finding)}
    </Notice>
  ));
}

import { useEffect, useRef, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Finding } from '../../../shared/metering/finding';
import type { Invoice } from '../../../shared/model/billing';
import type { CounterMethod } from '../../../shared/model/payment';
import type { PaymentCheck, PaymentEntry, PaymentOutcome } from '../../data/payment-api';
import type { SubmissionView } from '../../data/submission-view';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import type { DraftForm } from '../drafts/drafts';
import { wordsOfTab } from '../drafts/left-words';
import { useDraft } from '../drafts/use-draft';
import { type FormPhase, useFormPhase } from '../drafts/use-form-phase';
import { asError } from '../error-screen';

/*
 * One payment: typing → (Enter) saving → taken | blocked | not-saved. What was taken stays on show, with the change to
 * hand out, until another payment is begun: a second Enter never takes money twice.
 */
export type PaymentPhase = FormPhase<Answered>;

type Answered =
  | { at: 'taken'; submission: SubmissionView; changeBani: number | null }
  | { at: 'blocked'; findings: Finding[] }
  | { at: 'not-saved'; reason: NotSaved };

type NotSaved = Extract<PaymentOutcome, { outcome: 'not-saved' }>['reason'];
type Typed = Pick<PaymentEntry, 'method' | 'tendered' | 'terminalReference'> & {
  amount: string | null; // null: the sum of what is chosen
  left: readonly string[]; // the invoices left out
};

export interface Payment {
  phase: PaymentPhase;
  entry: PaymentEntry;
  /** What the rules say to the entry; null until they have answered this very one. */
  check: PaymentCheck | null;
  /** Something was typed: what stands against it is worth saying before it is saved. */
  dirty: boolean;
  isChosen: (invoiceId: string) => boolean;
  choose: (invoiceId: string, chosen: boolean) => void;
  type: (typed: Partial<Omit<Typed, 'left'>>) => void;
  take: () => Promise<void>;
  another: () => void;
}

const untouched: Typed = { amount: null, method: 'cash', tendered: '', terminalReference: '', left: [] };

const paymentDraft: DraftForm<Typed> = {
  key: 'payment',
  untouched,
  isTyped: ({ amount, tendered, terminalReference }) =>
    amount !== null || tendered !== '' || terminalReference !== '',
  words: wordsOfTab('pay'),
};

/** @param open the account's open invoices, oldest first: all of them are chosen until somebody says otherwise */
export function usePayment(accountId: string, open: readonly Invoice[]): Payment {
  const api = useData();
  const { format } = useWords();
  const [{ left, ...typed }, setTyped] = useDraft(paymentDraft);
  const { phase, touch, save } = useFormPhase<Typed, Answered>(paymentDraft);
  const chosen = open.filter(({ id }) => !left.includes(id));
  const dueBani = chosen.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0);
  const amount = typed.amount ?? (dueBani > 0 ? format.amount(dueBani) : '');
  const entry: PaymentEntry = { ...typed, accountId, invoiceIds: chosen.map(({ id }) => id), amount };
  const check = useCheck(entry, dueBani);
  const ask = async () => {
    const { changeBani } = await api.checkPayment(entry);
    return { ...(await api.savePayment(entry)), changeBani };
  };
  const hear = (answer: Awaited<ReturnType<typeof ask>>): PaymentPhase => {
    switch (answer.outcome) {
      case 'saved':
        setTyped(() => untouched);
        return { at: 'taken', submission: answer.submission, changeBani: answer.changeBani };
      case 'blocked':
        return { at: 'blocked', findings: answer.findings };
      case 'not-saved':
        return { at: 'not-saved', reason: answer.reason };
      default:
        return assertNever(answer);
    }
  };
  return {
    phase,
    entry,
    check,
    dirty: paymentDraft.isTyped({ left, ...typed }),
    isChosen: (id) => !left.includes(id),
    choose: (id, isChosen) => {
      const others = left.filter((other) => other !== id);
      setTyped((before) => ({ ...before, left: isChosen ? others : [...others, id], amount: null }));
      touch();
    },
    type: (changed) => {
      setTyped((before) => ({ ...before, ...changed }));
      touch();
    },
    take: async () => {
      if (phase.at !== 'taken') await save(ask, hear);
    },
    another: touch,
  };
}

/** The rules' answer to what is typed; an answer to something else is dropped. */
function useCheck(entry: PaymentEntry, dueBani: number): PaymentCheck | null {
  const api = useData();
  const [answer, setAnswer] = useState<{ to: string; check: PaymentCheck } | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const newest = useRef('');
  const asked = JSON.stringify([entry, dueBani]);
  useEffect(() => {
    newest.current = asked;
    const [asking] = JSON.parse(asked) as [PaymentEntry];
    api.checkPayment(asking).then(
      (check) => newest.current === asked && setAnswer({ to: asked, check }),
      (error: unknown) => setFailure(asError(error)),
    );
  }, [api, asked]);
  if (failure) throw failure; // for the nearest error screen, which says what to do
  return answer?.to === asked ? answer.check : null;
}

export const methods: readonly CounterMethod[] = ['cash', 'card'];

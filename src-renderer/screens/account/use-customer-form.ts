import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Finding } from '../../../shared/metering/finding';
import type { SubmissionView } from '../../data/submission-view';
import type { FormOutcome } from '../../data/visit-api';
import type { DraftForm } from '../drafts/drafts';
import { type FormPhase, useFormPhase } from '../drafts/use-form-phase';
import { asError } from '../error-screen';
import { forgetTyped } from '../parts/typed-forms';
import { usePaused } from '../parts/use-paused';

/*
 * One form about a customer: typing → (Enter) saving → saved | blocked | locked | not-saved; typing goes on from each.
 */
type Answered =
  | { at: 'blocked'; findings: Finding[] }
  | { at: 'locked'; retryAfterMs: number }
  | { at: 'not-saved'; reason: Extract<FormOutcome, { outcome: 'not-saved' }>['reason'] };

interface FormOf<Entry, Typed> {
  /** What is typed into it. */
  draft: DraftForm<Typed>;
  entry: Entry;
  dirty: boolean; // something was typed
  check: (entry: Entry) => Promise<Finding[]>;
  save: (entry: Entry) => Promise<FormOutcome>;
  saved: (submission: SubmissionView) => void;
}

export interface CustomerForm {
  /** Whose first wrong field takes the cursor. */
  form: RefObject<HTMLFormElement | null>;
  phase: FormPhase<Answered>;
  /** What is said now: after Enter, everything that stands against it; before, what was typed wrongly. */
  findings: Finding[];
  /** Somebody goes on typing. */
  touch: () => void;
  submit: (event: FormEvent) => void;
}

export function useCustomerForm<Entry, Typed>(of: FormOf<Entry, Typed>): CustomerForm {
  const { entry, dirty, check, saved } = of;
  const { phase, touch, save } = useFormPhase<Typed, Answered>(of.draft);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (phase.at === 'blocked') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [phase]);
  const asked = JSON.stringify(entry);
  const paused = usePaused(asked);
  const known = useCheck(asked, check);
  const hear = (answer: FormOutcome): FormPhase<Answered> => {
    switch (answer.outcome) {
      case 'saved':
        forgetTyped(form.current);
        saved(answer.submission);
        return { at: 'typing' };
      case 'blocked':
        return { at: 'blocked', findings: answer.findings };
      case 'locked':
        return { at: 'locked', retryAfterMs: answer.retryAfterMs };
      case 'not-saved':
        return { at: 'not-saved', reason: answer.reason };
      default:
        return assertNever(answer);
    }
  };
  const typing = dirty && paused ? known.filter(isOfWhatIsTyped) : [];
  return {
    form,
    phase,
    findings: phase.at === 'blocked' ? phase.findings : typing,
    touch,
    submit: (event) => {
      event.preventDefault();
      void save(() => of.save(entry), hear);
    },
  };
}

/** What is still to be done is said only after Enter. */
const isOfWhatIsTyped = ({ code }: Finding): boolean =>
  code !== 'field-missing' && code !== 'identity-not-seen' && code !== 'nothing-changed';

/** The rules' answer to what is typed; an answer to something else is dropped. */
function useCheck<Entry>(asked: string, check: (entry: Entry) => Promise<Finding[]>): Finding[] {
  const [answer, setAnswer] = useState<{ to: string; findings: Finding[] } | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const newest = useRef('');
  const asking = useRef(check);
  asking.current = check;
  useEffect(() => {
    newest.current = asked;
    asking.current(JSON.parse(asked) as Entry).then(
      (findings) => newest.current === asked && setAnswer({ to: asked, findings }),
      (error: unknown) => setFailure(asError(error)),
    );
  }, [asked]);
  if (failure) throw failure; // for the nearest error screen, which says what to do
  return answer?.to === asked ? answer.findings : [];
}

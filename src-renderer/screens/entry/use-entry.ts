import { type RefObject, useEffect, useRef, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Finding, FindingCode } from '../../../shared/metering/finding';
import type { MeterView } from '../../data/account-view';
import type { EntryCheck, SaveOutcome } from '../../data/entry-api';
import type { SubmissionView } from '../../data/submission-view';
import { useData } from '../data-context';
import { useDraft } from '../drafts/use-draft';
import { type FormPhase, useFormPhase } from '../drafts/use-form-phase';
import { asError } from '../error-screen';
import { indexDraft } from './index-draft';

/*
 * One *Index nou*, from the first digit to "saved":
 * typing → (Enter) saving → saved | blocked | asking → (Da, este corect) saving → …; Escape or a digit goes back to typing.
 * What stands for the month is shown in the field until somebody types; `typed` is null until then.
 */
export type EntryPhase = FormPhase<Answered>;

type Answered =
  | { at: 'asking'; findings: Finding[] }
  | { at: 'blocked'; findings: Finding[] }
  | { at: 'not-saved'; reason: Extract<SaveOutcome, { outcome: 'not-saved' }>['reason'] };

export interface Entry {
  value: string;
  /** Typed and not saved. */
  dirty: boolean;
  phase: EntryPhase;
  /** What the rules say to the value; null until they have answered this very value. */
  check: EntryCheck | null;
  /** Saved here just now: shown until the live view brings it. */
  saved: SubmissionView | null;
  type: (value: string) => void;
  save: () => Promise<void>;
  confirm: () => Promise<void>;
  /** Back to the field, its value selected. */
  correct: () => void;
}

interface EntryOf {
  accountId: string;
  view: MeterView;
  field: RefObject<HTMLInputElement | null>;
  whenSaved: (submission: SubmissionView) => void;
}

export function useEntry({ accountId, view, field, whenSaved }: EntryOf): Entry {
  const api = useData();
  const [saved, setSaved] = useState<SubmissionView | null>(null);
  const meterId = view.meter.id;
  const draft = indexDraft(meterId);
  const [typed, setTyped] = useDraft(draft);
  const form = useFormPhase<string | null, Answered>(draft);
  const { phase } = form;
  const check = useCheck({ accountId, meterId, typed, truth: truthOf(view) });
  const value = typed ?? standingValue(view, saved);
  const select = () => {
    field.current?.focus();
    field.current?.select();
  };

  const hear = (answer: SaveOutcome): EntryPhase => {
    switch (answer.outcome) {
      case 'saved':
        setSaved(answer.submission);
        setTyped(() => null);
        whenSaved(answer.submission);
        return { at: 'typing' };
      case 'blocked':
        select();
        return { at: 'blocked', findings: answer.findings };
      case 'to-confirm':
        return { at: 'asking', findings: answer.findings };
      case 'not-saved':
        select();
        return { at: 'not-saved', reason: answer.reason };
      default:
        return assertNever(answer);
    }
  };
  const send = (confirmed: FindingCode[]) =>
    form.save(() => api.saveReading({ accountId, meterId, entry: value }, confirmed), hear);
  return {
    value,
    dirty: draft.isTyped(typed),
    phase,
    check,
    saved,
    type: (text) => {
      setTyped(() => text);
      form.touch();
    },
    save: async () => {
      if (typed === null && value !== '') return select(); // it stands already
      await send([]);
    },
    confirm: async () => {
      if (phase.at === 'asking') await send(phase.findings.map(({ code }) => code));
    },
    correct: () => {
      form.touch();
      select();
    },
  };
}

/** What the field shows before anybody types: the index that stands for the window's month, an estimate excepted. */
function standingValue(view: MeterView, saved: SubmissionView | null): string {
  const { current } = view;
  const standing =
    saved && (!current || current.capturedAt < saved.capturedAt) ? saved.index : current?.index;
  if (standing === undefined || standing === null) return '';
  return current?.source === 'estimate' && !saved ? '' : String(standing).padStart(view.meter.digits, '0');
}

/** Changes when what the rules compare with does, so that an answer is never older than the truth. */
const truthOf = (view: MeterView): string =>
  JSON.stringify([view.previous, view.window, view.current?.submissionId]);

interface Checked {
  accountId: string;
  meterId: string;
  typed: string | null;
  truth: string;
}

/** The rules' answer to what is typed; an answer to something else is dropped. */
function useCheck({ accountId, meterId, typed, truth }: Checked): EntryCheck | null {
  const api = useData();
  const [answer, setAnswer] = useState<{ to: string; check: EntryCheck } | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const newest = useRef('');
  const asked = `${typed} ${truth}`;
  useEffect(() => {
    newest.current = asked;
    if (typed === null || typed === '') return;
    api.checkEntry({ accountId, meterId, entry: typed }).then(
      (check) => newest.current === asked && setAnswer({ to: asked, check }),
      (error: unknown) => setFailure(asError(error)),
    );
  }, [api, accountId, meterId, typed, asked]);
  if (failure) throw failure; // for the nearest error screen, which says what to do
  return answer?.to === asked ? answer.check : null;
}

import { type RefObject, useEffect, useRef, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Finding, FindingCode } from '../../../shared/metering/finding';
import type { MeterView } from '../../data/account-view';
import type { EntryCheck, SaveOutcome } from '../../data/entry-api';
import type { SubmissionView } from '../../data/submission-view';
import { useData } from '../data-context';
import { asError } from '../error-screen';
import { useDrafts } from './drafts';

/*
 * One *Index nou*, from the first digit to "saved":
 * typing → (Enter) saving → saved | blocked | asking → (Da, este corect) saving → …; Escape or a digit goes back to typing.
 * What stands for the month is shown in the field until somebody types; `typed` is null until then.
 */
export type EntryPhase =
  | { at: 'typing' }
  | { at: 'saving' }
  | { at: 'asking'; findings: Finding[] }
  | { at: 'blocked'; findings: Finding[] }
  | { at: 'not-saved'; reason: NotSaved };

type NotSaved = Extract<SaveOutcome, { outcome: 'not-saved' }>['reason'] | 'unexpected';

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
  const [phase, setPhase] = useState<EntryPhase>({ at: 'typing' });
  const [saved, setSaved] = useState<SubmissionView | null>(null);
  const meterId = view.meter.id;
  const [typed, setTyped] = useTyped(meterId);
  const check = useCheck({ accountId, meterId, typed, truth: truthOf(view) });
  const value = typed ?? standingValue(view, saved);
  const select = () => {
    field.current?.focus();
    field.current?.select();
  };

  const hear = (answer: SaveOutcome) => {
    switch (answer.outcome) {
      case 'saved':
        setSaved(answer.submission);
        setTyped(null);
        setPhase({ at: 'typing' });
        return whenSaved(answer.submission);
      case 'blocked':
        setPhase({ at: 'blocked', findings: answer.findings });
        return select();
      case 'to-confirm':
        return setPhase({ at: 'asking', findings: answer.findings });
      case 'not-saved':
        setPhase({ at: 'not-saved', reason: answer.reason });
        return select();
      default:
        return assertNever(answer);
    }
  };
  const send = async (confirmed: FindingCode[]) => {
    if (phase.at === 'saving') return;
    setPhase({ at: 'saving' });
    try {
      hear(await api.saveReading({ accountId, meterId, entry: value }, confirmed));
    } catch {
      setPhase({ at: 'not-saved', reason: 'unexpected' });
      select();
    }
  };
  return {
    value,
    dirty: typed !== null && typed !== '',
    phase,
    check,
    saved,
    type: (text) => {
      setTyped(text);
      setPhase({ at: 'typing' });
    },
    save: async () => {
      if (typed === null && value !== '') return select(); // it stands already
      await send([]);
    },
    confirm: async () => {
      if (phase.at === 'asking') await send(phase.findings.map(({ code }) => code));
    },
    correct: () => {
      setPhase({ at: 'typing' });
      select();
    },
  };
}

/** What was typed, as it was left when another tab of the account was shown. */
function useTyped(meterId: string): [string | null, (text: string | null) => void] {
  const drafts = useDrafts();
  const [typed, setTyped] = useState(drafts?.get(meterId) ?? null);
  return [
    typed,
    (text) => {
      setTyped(text);
      if (text) drafts?.set(meterId, text);
      else drafts?.delete(meterId);
    },
  ];
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

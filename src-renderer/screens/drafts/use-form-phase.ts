import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useWords } from '../../text/use-words';
import { tell } from '../parts/tell';
import { useKept } from './account-drafts';
import type { DraftForm, Phase } from './drafts';

/*
 * A form that is saved: typing → (Enter) saving → what its answer made of it; typing goes on from there. That outlives its
 * tab too: what is being saved is not saved again by whoever comes back, who also reads an answer that came meanwhile. An
 * answer that was on show when the tab was left has been read.
 */
export type FormPhase<Answered extends Phase> =
  | { at: 'typing' }
  | { at: 'saving' }
  | { at: 'not-saved'; reason: 'unexpected' }
  | Answered;

interface SavedForm<Answered extends Phase> {
  phase: FormPhase<Answered>;
  /** Somebody goes on typing. */
  touch: () => void;
  /**
   * Does nothing while it is being saved already.
   *
   * @param ask what saves it; a failure of it is `not-saved`
   * @param hear what the answer makes of the form
   */
  save: <Answer extends { outcome: string }>(
    ask: () => Promise<Answer>,
    hear: (answer: Answer) => FormPhase<Answered>,
  ) => Promise<void>;
}

export function useFormPhase<Typed, Answered extends Phase>(form: DraftForm<Typed>): SavedForm<Answered> {
  const { t } = useWords();
  const { drafts, name } = useKept();
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.at(form));
  const leaveTab = useEffectEvent(() => drafts.touch(form));
  useEffect(() => () => leaveTab(), []);
  const tellFailed = (typed: Typed) => {
    const message = name === null ? null : form.words.failed(t, { name, typed });
    if (message !== null) tell(t, { color: 'red', message, autoClose: false });
  };
  return {
    phase: (draft?.phase ?? typing) as FormPhase<Answered>, // what is kept under a form's key is of its own kind
    touch: () => drafts.touch(form),
    save: async (ask, hear) => {
      const { phase, typed } = drafts.of(form);
      if (phase.at === 'saving') return;
      drafts.turnTo(form, { at: 'saving' });
      const answer = await ask().catch(() => null);
      drafts.turnTo(form, answer ? hear(answer) : unexpected);
      if (drafts.isLeft && answer?.outcome !== 'saved') tellFailed(typed);
    },
  };
}

const typing = { at: 'typing' };
const unexpected = { at: 'not-saved', reason: 'unexpected' };

import { useSyncExternalStore } from 'react';
import { useKept } from './account-drafts';
import type { DraftForm } from './drafts';

type Change<Typed> = (change: (before: Typed) => Typed) => void;

/** What is typed into a form of the account that is open. */
export function useDraft<Typed>(form: DraftForm<Typed>): [Typed, Change<Typed>] {
  const { drafts } = useKept();
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.at(form));
  return [draft ? draft.typed : form.untouched, (change) => drafts.write(form, change)];
}

/** Whether one of the account's forms is being saved. */
export function useAnySaving(): boolean {
  const { drafts } = useKept();
  return useSyncExternalStore(drafts.subscribe, drafts.isAnySaving);
}

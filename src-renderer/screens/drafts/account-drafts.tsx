import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '../../text/use-words';
import { tell } from '../parts/tell';
import { Drafts } from './drafts';

interface Kept {
  drafts: Drafts;
  name: string | null;
}

const DraftsContext = createContext<Kept | null>(null);

interface AccountDraftsProps {
  /** Whose account it is, for whoever leaves it; null where nobody is told: at a kiosk it goes with its screen. */
  name: string | null;
  children: ReactNode;
}

/**
 * Keeps what is typed into the forms of one account while it is open; what is left behind with it is told. Of what is
 * left while it is being saved the answer decides: saved, nothing was lost; not saved, that is told then and stays told.
 */
export function AccountDrafts({ name, children }: AccountDraftsProps) {
  const { t } = useWords();
  const [drafts] = useState(() => new Drafts());
  const tellAbandoned = useEffectEvent(() => {
    if (name === null) return;
    const lost = drafts.abandoned().map(({ form, typed }) => form.words.abandoned(t, { name, typed }));
    for (const message of new Set(lost)) tell(t, { color: 'orange', message });
  });
  useEffect(() => {
    drafts.isLeft = false;
    return () => {
      drafts.isLeft = true;
      tellAbandoned();
    };
  }, [drafts]);
  return <DraftsContext value={{ drafts, name }}>{children}</DraftsContext>;
}

export function useKept(): Kept {
  const kept = useContext(DraftsContext);
  if (!kept) throw new Error('A form of an account stands outside its drafts.');
  return kept;
}

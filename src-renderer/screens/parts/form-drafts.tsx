import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { useWords } from '../../text/use-words';
import type { AccountTab } from '../tabs';
import { tell } from './tell';

/** A form of an account, whose text outlives the tab it stands in. */
export interface DraftForm<Typed> {
  tab: AccountTab;
  untouched: Typed;
  /** Whether leaving the account would lose something worth telling. */
  isTyped: (typed: Typed) => boolean;
}

type AnyForm = DraftForm<unknown>;
type Drafts = ReadonlyMap<AnyForm, unknown>;
type Change<Typed> = (change: (before: Typed) => Typed) => void;

interface Kept {
  drafts: Drafts;
  write: (form: AnyForm, change: (before: unknown) => unknown) => void;
  /** Those on their way to the journal. */
  saving: ReadonlySet<AnyForm>;
  begin: (form: AnyForm) => void;
  /** @param saved false: what stood in the form is in no journal */
  end: (form: AnyForm, saved: boolean) => void;
}

const DraftsContext = createContext<Kept | null>(null);

interface FormDraftsProps {
  /** Whose account it is. */
  name: string;
  children: ReactNode;
}

/**
 * Keeps what is typed into the forms of one account while it is open; what is left behind with it is told. Of what is
 * left while it is being saved the answer decides: saved, nothing was lost; not saved, that is told then and stays told.
 */
export function FormDrafts({ name, children }: FormDraftsProps) {
  const { t } = useWords();
  const [{ drafts, saving }, setShown] = useState(nothingTyped);
  const latest = useRef(nothingTyped); // an answer may come when the account has been left
  const isLeft = useRef(false);
  const keep = (kept: typeof nothingTyped) => {
    latest.current = kept;
    if (!isLeft.current) setShown(kept);
  };
  const tellAbandoned = (forms: Iterable<AnyForm>) => {
    const lost = [...forms].filter((form) => form.isTyped(typedIn(latest.current.drafts, form)));
    for (const tab of new Set(lost.map((form) => form.tab))) {
      const message = t('counter.account.abandoned', { name, tab: t(`counter.account.tabs.${tab}`) });
      tell(t, { color: 'orange', message });
    }
  };
  const write: Kept['write'] = (form, change) => {
    const { drafts, saving } = latest.current;
    keep({ drafts: new Map(drafts).set(form, change(typedIn(drafts, form))), saving });
  };
  const mark = (change: (saving: Set<AnyForm>) => void) => {
    const { drafts, saving } = latest.current;
    const changed = new Set(saving);
    change(changed);
    keep({ drafts, saving: changed });
  };
  const begin: Kept['begin'] = (form) => mark((saving) => saving.add(form));
  const end: Kept['end'] = (form, saved) => {
    mark((saving) => saving.delete(form));
    if (!isLeft.current || saved) return;
    const message = t('counter.account.failed', { name, tab: t(`counter.account.tabs.${form.tab}`) });
    tell(t, { color: 'red', message, autoClose: false });
  };
  const leave = useEffectEvent(() => {
    const { drafts, saving } = latest.current;
    tellAbandoned([...drafts.keys()].filter((form) => !saving.has(form)));
  });
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      leave();
    };
  }, []);
  return <DraftsContext value={{ drafts, write, saving, begin, end }}>{children}</DraftsContext>;
}

const nothingTyped: Pick<Kept, 'drafts' | 'saving'> = { drafts: new Map(), saving: new Set() };

/** What is typed into a form of the account that is open. @param form the same object at each call */
export function useFormDraft<Typed>(form: DraftForm<Typed>): [Typed, Change<Typed>] {
  const { drafts, write } = useKept();
  const key = form as AnyForm; // what is kept under it is of its own type
  return [typedIn(drafts, key) as Typed, (change) => write(key, change as (before: unknown) => unknown)];
}

interface Saving {
  /** This form is being saved, whichever tab it was begun in. */
  isSaving: boolean;
  begin: () => void;
  end: (saved: boolean) => void;
}

/** Whether what was typed into a form is on its way to the journal; that outlives the tab too. */
export function useSaving<Typed>(form: DraftForm<Typed>): Saving {
  const { saving, begin, end } = useKept();
  const key = form as AnyForm;
  return { isSaving: saving.has(key), begin: () => begin(key), end: (saved) => end(key, saved) };
}

/** Whether one of the account's forms is being saved. */
export const useAnySaving = (): boolean => useKept().saving.size > 0;

function useKept(): Kept {
  const context = useContext(DraftsContext);
  if (!context) throw new Error('A form of an account stands outside its drafts.');
  return context;
}

const typedIn = (drafts: Drafts, form: AnyForm): unknown =>
  drafts.has(form) ? drafts.get(form) : form.untouched;

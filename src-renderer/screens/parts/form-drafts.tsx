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

const DraftsContext = createContext<{
  drafts: Drafts;
  write: (form: AnyForm, change: (before: unknown) => unknown) => void;
} | null>(null);

interface FormDraftsProps {
  /** Whose account it is. */
  name: string;
  children: ReactNode;
}

/** Keeps what is typed into the forms of one account while it is open; what is left behind with it is told. */
export function FormDrafts({ name, children }: FormDraftsProps) {
  const { t } = useWords();
  const [drafts, setDrafts] = useState<Drafts>(() => new Map());
  const isLeft = useRef(false);
  const tellAbandoned = (abandoned: Drafts) => {
    const left = [...abandoned].filter(([form, typed]) => form.isTyped(typed)).map(([{ tab }]) => tab);
    for (const tab of new Set(left)) {
      const message = t('counter.account.abandoned', { name, tab: t(`counter.account.tabs.${tab}`) });
      tell(t, { color: 'orange', message });
    }
  };
  /** Of an account that was left while a form was being saved, the answer decides whether something was abandoned. */
  const write = (form: AnyForm, change: (before: unknown) => unknown) => {
    if (isLeft.current) return tellAbandoned(new Map([[form, change(typedIn(drafts, form))]]));
    setDrafts((before) => new Map(before).set(form, change(typedIn(before, form))));
  };
  const leave = useEffectEvent(() => tellAbandoned(drafts));
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      leave();
    };
  }, []);
  return <DraftsContext value={{ drafts, write }}>{children}</DraftsContext>;
}

/** What is typed into a form of the account that is open. @param form the same object at each call */
export function useFormDraft<Typed>(form: DraftForm<Typed>): [Typed, Change<Typed>] {
  const context = useContext(DraftsContext);
  if (!context) throw new Error('A form of an account stands outside its drafts.');
  const key = form as AnyForm; // what is kept under it is of its own type
  return [
    typedIn(context.drafts, key) as Typed,
    (change) => context.write(key, change as (before: unknown) => unknown),
  ];
}

const typedIn = (drafts: Drafts, form: AnyForm): unknown =>
  drafts.has(form) ? drafts.get(form) : form.untouched;

import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '../../text/use-words';
import { tell } from '../parts/tell';

/** What was typed and not saved, by meter: kept while the account is open, whichever of its tabs is shown. */
type Drafts = Map<string, string>;

const DraftsContext = createContext<Drafts | null>(null);
export const DraftsProvider = DraftsContext.Provider;
/** Null at a kiosk, which keeps nothing of a customer that is not on its screen. */
export const useDrafts = (): Drafts | null => useContext(DraftsContext);

/** The drafts of an account. An index that was typed but not saved is never dropped in silence. @param name whose */
export function useOwnDrafts(name: string): Drafts {
  const { t } = useWords();
  const [drafts] = useState<Drafts>(() => new Map());
  const tellAbandoned = useEffectEvent(() => {
    for (const index of drafts.values())
      tell(t, { color: 'orange', message: t('counter.meter.abandoned', { index, name }) });
  });
  useEffect(() => () => tellAbandoned(), []);
  return drafts;
}

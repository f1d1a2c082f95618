import { useState } from 'react';
import { useData } from '../../data-context';
import type { Entry } from '../../entry/use-entry';

interface ShortEntryOf {
  accountId: string;
  meterId: string;
  digits: number;
  entry: Entry;
}

/**
 * A register shows all of its digits, leading zeros too. Fewer may be an index with a digit forgotten, so it is asked
 * whether the meter shows what they would mean; what the rules refuse is refused without that.
 */
export function useShortEntry({ accountId, meterId, digits, entry }: ShortEntryOf) {
  const api = useData();
  const [asked, ask] = useState(false);
  const isShort = entry.dirty && entry.value.length < digits;
  const isRefused = async (): Promise<boolean> => {
    const check = await api.checkEntry({ accountId, meterId, entry: entry.value });
    return check.gate === 'blocked';
  };
  return {
    asked,
    save: async () => {
      if (isShort && !(await isRefused().catch(() => true))) ask(true);
      else await entry.save();
    },
    yes: () => {
      ask(false);
      void entry.save();
    },
    no: () => ask(false),
  };
}

import { useEffect, useRef, useState } from 'react';
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
 * whether the meter shows what they would mean; what the rules refuse is refused without that. Whoever types on meanwhile has
 * not finished: nothing is asked then, nor saved.
 */
export function useShortEntry({ accountId, meterId, digits, entry }: ShortEntryOf) {
  const api = useData();
  const [asked, ask] = useState(false);
  const [checking, setChecking] = useState(false);
  const { value } = entry;
  const shown = useRef(value);
  useEffect(() => {
    shown.current = value;
  }, [value]);
  const isShort = entry.dirty && value.length < digits;
  const isRefused = async (): Promise<boolean> => {
    const check = await api.checkEntry({ accountId, meterId, entry: value });
    return check.gate === 'blocked';
  };
  return {
    asked,
    checking,
    save: async () => {
      if (checking) return;
      if (!isShort) return entry.save();
      setChecking(true);
      const refused = await isRefused().catch(() => true);
      setChecking(false);
      if (shown.current !== value) return;
      if (refused) await entry.save();
      else ask(true);
    },
    yes: () => {
      ask(false);
      void entry.save();
    },
    no: () => ask(false),
  };
}

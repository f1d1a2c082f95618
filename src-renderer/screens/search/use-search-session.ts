import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SearchHit, SearchResults } from '../../data/data-api';
import { useLatest } from '../data-context';
import { focusIndexFieldSoon } from '../entry/focus-index-field';

const mostHits = 50;

/** The search as the top bar and the results share it. */
export interface SearchSession {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  /** Whether the results cover what was open. */
  shown: boolean;
  /** The latest results, and the text they answer. */
  results: SearchResults | null;
  resultsFor: string;
  active: number;
  type: (text: string) => void;
  /** F2: the next customer. */
  begin: () => void;
  /** Back to what was open. */
  close: () => void;
  clear: () => void;
  move: (by: 1 | -1) => void;
  openActive: () => void;
  open: (hit: SearchHit) => void;
}

export function useSearchSession(openAccount: (accountId: string) => Promise<void>): SearchSession {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState(0);
  /** Enter came before the answer, as a scanner's does: opens when there is exactly one hit. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const asked = text.trim();
  const latest = useLatest('search', { text: asked, limit: mostHits });
  const resultsFor = latest ? (JSON.parse(latest.key) as { text: string }).text : '';
  const fresh = latest !== null && resultsFor === asked ? latest.value : null;

  const close = () => {
    setShown(false);
    setAwaited(null);
    focusIndexFieldSoon();
  };
  const open = (hit: SearchHit) => {
    setShown(false);
    setAwaited(null);
    openAccount(hit.accountId).then(focusIndexFieldSoon, () => setShown(true));
  };
  const answerAwaited = useEffectEvent((results: SearchResults) => {
    setAwaited(null);
    const [only, ...others] = results.hits;
    if (only && others.length === 0) open(only);
  });
  const awaitedNow = awaited !== null && awaited === asked ? fresh : null;
  useEffect(() => {
    if (awaitedNow) answerAwaited(awaitedNow);
  }, [awaitedNow]);

  return {
    field,
    text,
    shown: shown && asked !== '',
    results: latest?.value ?? null,
    resultsFor,
    active,
    type: (typed) => {
      setText(typed);
      setShown(true);
      setActive(0);
      setAwaited(null);
    },
    begin: () => {
      field.current?.focus();
      field.current?.select();
    },
    close,
    clear: () => {
      setText('');
      setShown(false);
    },
    move: (by) => {
      setShown(true);
      const last = (fresh?.hits.length ?? 1) - 1;
      setActive((place) => Math.min(last, Math.max(0, place + by)));
    },
    openActive: () => {
      const hit = fresh?.hits[active];
      if (hit && shown) open(hit);
      else if (asked !== '') {
        setShown(true);
        if (!fresh) setAwaited(asked);
      }
    },
    open,
  };
}

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SearchHit, SearchResults } from '../../data/search-view';
import { useLatest, useLive } from '../data-context';
import { focusIndexFieldSoon } from '../entry/focus-index-field';
import { type SoughtReceipt, useReceipt } from '../receipt/use-receipt';
import { tabFor } from '../tab-for';
import type { AccountTab } from '../tabs';

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
  /** What is typed is a receipt number. */
  receipt: SoughtReceipt | null;
  active: number;
  type: (text: string) => void;
  /** F2: the next customer. */
  begin: () => void;
  /** Back to what was open. */
  close: () => void;
  /** For another page, which puts the cursor where it wants it. */
  leave: () => void;
  clear: () => void;
  move: (by: 1 | -1) => void;
  openActive: () => void;
  open: (hit: SearchHit) => void;
  /** The account of the receipt number that was found. */
  openReceipt: () => void;
}

export function useSearchSession(
  openAccount: (accountId: string, tab: AccountTab) => Promise<void>,
): SearchSession {
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

  const leave = () => {
    setShown(false);
    setAwaited(null);
  };
  const close = () => {
    leave();
    focusIndexFieldSoon();
  };
  const receipt = useReceipt(asked);
  const show = (accountId: string, tab: AccountTab) => {
    leave();
    openAccount(accountId, tab).then(focusIndexFieldSoon, () => setShown(true));
  };
  const open = (hit: SearchHit) => show(hit.accountId, 'readings');
  const { accountId, kind } = receipt?.answer.outcome === 'found' ? receipt.answer.receipt : noReceipt;
  const isHere = useLive('account', { accountId: accountId ?? '' }) != null; // or at another office
  const openReceipt = () => {
    if (accountId !== null && isHere) show(accountId, tabFor(kind));
  };
  const answerAwaited = useEffectEvent((results: SearchResults) => {
    if (!receipt) setAwaited(null); // its answer may still be on the way
    const [only, ...others] = results.hits;
    if (only && others.length === 0) open(only);
  });
  const answerReceipt = useEffectEvent(openReceipt);
  const awaitedReceipt = awaited !== null && awaited === asked && isHere;
  useEffect(() => {
    if (awaitedReceipt) answerReceipt();
  }, [awaitedReceipt]);
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
    receipt,
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
    leave,
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
      if (receipt && !hit)
        setAwaited(asked); // opens now or when the answer is here
      else if (hit && shown) open(hit);
      else if (asked !== '') {
        setShown(true);
        if (!fresh) setAwaited(asked);
      }
    },
    open,
    openReceipt,
  };
}

const noReceipt = { accountId: null, kind: 'note' } as const;

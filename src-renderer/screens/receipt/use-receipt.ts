import { useEffect, useState } from 'react';
import { meantReceiptNumber } from '../../../shared/receipt-number';
import type { ReceiptOutcome } from '../../data/visit-api';
import { useData } from '../data-context';

/** A receipt number in the search field, and what became of asking for it. */
export interface SoughtReceipt {
  number: string;
  answer: ReceiptOutcome | { outcome: 'asking' } | { outcome: 'failed' };
}

/** Null: what is typed is no receipt number. */
export function useReceipt(text: string): SoughtReceipt | null {
  const api = useData();
  const number = meantReceiptNumber(text);
  const [answered, setAnswered] = useState<SoughtReceipt | null>(null);
  useEffect(() => {
    setAnswered(null);
    if (number === null) return;
    let over = false;
    const hear = (answer: SoughtReceipt['answer']) => {
      if (!over) setAnswered({ number, answer });
    };
    api.findReceipt(number).then(hear, () => hear({ outcome: 'failed' }));
    return () => {
      over = true;
    };
  }, [api, number]);
  if (number === null) return null;
  return answered?.number === number ? answered : { number, answer: { outcome: 'asking' } };
}

import { type FormEvent, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { CloseDayOutcome } from '../../data/day-api';
import type { SubmissionView } from '../../data/submission-view';
import { useData } from '../data-context';

type NotClosed = Extract<CloseDayOutcome, { outcome: 'not-saved' }>['reason'] | 'unexpected';

export type ClosingPhase =
  | { at: 'open' }
  | { at: 'closing' }
  | { at: 'blocked'; waiting: SubmissionView[] }
  | { at: 'not-counted' }
  | { at: 'not-closed'; reason: NotClosed };

/** @param toCount whether there is cash to count @param closed after it was saved */
export function useClosing(toCount: boolean, closed: () => void) {
  const api = useData();
  const [counted, setCounted] = useState('');
  const [phase, setPhase] = useState<ClosingPhase>({ at: 'open' });
  const hear = (answer: CloseDayOutcome) => {
    switch (answer.outcome) {
      case 'closed':
        setCounted('');
        closed();
        return setPhase({ at: 'open' });
      case 'blocked':
        return setPhase({ at: 'blocked', waiting: answer.waiting });
      case 'not-counted':
        return setPhase({ at: 'not-counted' });
      case 'not-saved':
        return setPhase({ at: 'not-closed', reason: answer.reason });
      default:
        return assertNever(answer);
    }
  };
  const close = async () => {
    setPhase({ at: 'closing' });
    try {
      hear(await api.closeDay(toCount ? counted : null));
    } catch {
      setPhase({ at: 'not-closed', reason: 'unexpected' });
    }
  };
  return {
    counted,
    type: (text: string) => {
      setCounted(text);
      setPhase({ at: 'open' });
    },
    phase,
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (phase.at !== 'closing') void close();
    },
  };
}

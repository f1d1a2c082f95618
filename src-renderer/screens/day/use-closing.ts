import { type FormEvent, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { CloseDayOutcome, DayView } from '../../data/day-api';
import type { SubmissionView } from '../../data/submission-view';
import { useData } from '../data-context';

type NotClosed = Extract<CloseDayOutcome, { outcome: 'not-saved' }>['reason'] | 'unexpected';

export type ClosingPhase =
  | { at: 'open' }
  | { at: 'closing' }
  | { at: 'closed'; closings: number } // how many the day had before
  | { at: 'blocked'; waiting: SubmissionView[] }
  | { at: 'not-counted' }
  | { at: 'not-closed'; reason: NotClosed };

/** What is to be said after an answer. @param closings how many the day had when it was asked to close */
function phaseAfter(answer: CloseDayOutcome, closings: number): ClosingPhase {
  switch (answer.outcome) {
    case 'closed':
      return { at: 'closed', closings };
    case 'blocked':
      return { at: 'blocked', waiting: answer.waiting };
    case 'not-counted':
      return { at: 'not-counted' };
    case 'not-saved':
      return { at: 'not-closed', reason: answer.reason };
    default:
      return assertNever(answer);
  }
}

/** @param closed after it was saved */
export function useClosing(
  { drawer: { toCount }, closings: { length: closings } }: DayView,
  closed: () => void,
) {
  const api = useData();
  const [counted, setCounted] = useState('');
  const [phase, setPhase] = useState<ClosingPhase>({ at: 'open' });
  const show = (text: string) => {
    setCounted(text);
    setPhase({ at: 'open' });
  };
  const close = async () => {
    setPhase({ at: 'closing' });
    try {
      const answer = await api.closeDay(toCount ? counted : null);
      if (answer.outcome === 'closed') {
        setCounted('');
        closed();
      }
      setPhase(phaseAfter(answer, closings));
    } catch {
      setPhase({ at: 'not-closed', reason: 'unexpected' });
    }
  };
  // It is saved, and the day that tells of it is still on its way: a second Enter closes nothing more.
  const isUntold = phase.at === 'closed' && phase.closings === closings;
  return {
    counted,
    type: show,
    phase,
    beginAnew: () => {
      if (phase.at !== 'closing') show('');
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (phase.at !== 'closing' && !isUntold) void close();
    },
  };
}

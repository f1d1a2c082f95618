import { useState } from 'react';
import type { CloseDayOutcome, SubmissionView } from '../../data/data-api';
import { useData } from '../data-context';

type NotClosed = Extract<CloseDayOutcome, { outcome: 'not-saved' }>['reason'] | 'unexpected';

export type ClosingPhase =
  | { at: 'open' }
  | { at: 'closing' }
  | { at: 'blocked'; waiting: SubmissionView[] }
  | { at: 'not-closed'; reason: NotClosed };

export function useClosing() {
  const api = useData();
  const [phase, setPhase] = useState<ClosingPhase>({ at: 'open' });
  const close = async () => {
    setPhase({ at: 'closing' });
    try {
      const answer = await api.closeDay(null);
      if (answer.outcome === 'closed') setPhase({ at: 'open' });
      else if (answer.outcome === 'blocked') setPhase({ at: 'blocked', waiting: answer.waiting });
      else if (answer.outcome === 'not-saved') setPhase({ at: 'not-closed', reason: answer.reason });
    } catch {
      setPhase({ at: 'not-closed', reason: 'unexpected' });
    }
  };
  return { phase, close };
}

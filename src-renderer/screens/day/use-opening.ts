import { type FormEvent, useState } from 'react';
import type { Finding } from '../../../shared/metering/finding';
import type { DrawerOutcome } from '../../data/day-api';
import { useData } from '../data-context';

type NotOpened = Extract<DrawerOutcome, { outcome: 'not-saved' }>['reason'] | 'unexpected';

export type OpeningPhase =
  | { at: 'typing' }
  | { at: 'saving' }
  | { at: 'blocked'; findings: Finding[] }
  | { at: 'not-opened'; reason: NotOpened };

/** Opening the day's cash drawer. @param opened after it was saved */
export function useOpening(opened: () => void) {
  const api = useData();
  const [amount, setAmount] = useState('');
  const [phase, setPhase] = useState<OpeningPhase>({ at: 'typing' });
  const open = async () => {
    setPhase({ at: 'saving' });
    try {
      const answer = await api.openDrawer(amount);
      if (answer.outcome === 'saved') return opened();
      if (answer.outcome === 'blocked') setPhase({ at: 'blocked', findings: answer.findings });
      else setPhase({ at: 'not-opened', reason: answer.reason });
    } catch {
      setPhase({ at: 'not-opened', reason: 'unexpected' });
    }
  };
  return {
    amount,
    type: (text: string) => {
      setAmount(text);
      setPhase({ at: 'typing' });
    },
    phase,
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (phase.at !== 'saving') void open();
    },
  };
}

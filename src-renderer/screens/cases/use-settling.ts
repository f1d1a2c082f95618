import { useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Finding, FindingCode } from '../../../shared/metering/finding';
import { periodOfDay } from '../../../shared/metering/period';
import type { CaseView, CorrectionOutcome } from '../../data/settling-api';
import { useData } from '../data-context';
import type { SettleAction } from './settle-actions';

/* writing → (save) saving → saved | blocked | not-saved | asking → (save again) saving with what was asked as confirmed. */
type Phase =
  | { at: 'writing' }
  | { at: 'saving' }
  | { at: 'asking'; findings: Finding[] }
  | { at: 'blocked'; findings: Finding[] }
  | { at: 'not-saved'; reason: NotSaved };
type NotSaved = Extract<CorrectionOutcome, { outcome: 'not-saved' }>['reason'] | 'unexpected';

export interface Settling {
  phase: Phase;
  note: string;
  write: (note: string) => void;
  value: string;
  type: (value: string) => void;
  period: string;
  choosePeriod: (period: string) => void;
  save: () => Promise<void>;
}

interface SettlingOf {
  of: CaseView;
  action: SettleAction;
  done: () => void;
}

const shortestNote = 3;

export function useSettling({ of, action, done }: SettlingOf): Settling {
  const api = useData();
  const [phase, setPhase] = useState<Phase>({ at: 'writing' });
  const [note, setNote] = useState('');
  const [value, setValue] = useState('');
  const [period, setPeriod] = useState(of.period ?? periodOfDay(of.at));
  const changing = (change: (text: string) => void) => (text: string) => {
    change(text);
    setPhase({ at: 'writing' });
  };

  const send = (confirmed: FindingCode[]): Promise<CorrectionOutcome> => {
    const { submissionId, accountId, meterId } = of;
    if (action !== 'corrected') return api.decide({ submissionId, action, note });
    if (!accountId || !meterId) throw new Error('a correction needs an account and a meter');
    return api.correctReading(
      { accountId, meterId, period, entry: value, note, settles: submissionId },
      confirmed,
    );
  };
  const hear = (answer: CorrectionOutcome) => {
    switch (answer.outcome) {
      case 'saved':
        return done();
      case 'blocked':
        return setPhase({ at: 'blocked', findings: answer.findings });
      case 'to-confirm':
        return setPhase({ at: 'asking', findings: answer.findings });
      case 'not-saved':
        return setPhase({ at: 'not-saved', reason: answer.reason });
      default:
        return assertNever(answer);
    }
  };
  const save = async () => {
    if (phase.at === 'saving') return;
    if (note.trim().length < shortestNote) return setPhase({ at: 'not-saved', reason: 'note-missing' });
    const confirmed = phase.at === 'asking' ? phase.findings.map(({ code }) => code) : [];
    setPhase({ at: 'saving' });
    try {
      hear(await send(confirmed));
    } catch {
      setPhase({ at: 'not-saved', reason: 'unexpected' });
    }
  };
  return {
    phase,
    note,
    write: (text) => {
      setNote(text);
      if (phase.at === 'not-saved') setPhase({ at: 'writing' });
    },
    value,
    type: changing(setValue),
    period,
    choosePeriod: changing(setPeriod),
    save,
  };
}

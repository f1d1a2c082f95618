import { type FormEvent, useState } from 'react';
import type { ImportOutcome } from '../../data/care-api';
import { useData } from '../data-context';

type Phase =
  | { at: 'entering' }
  | { at: 'importing' }
  | { at: 'problem'; problem: 'fileMissing' | 'credentialsMissing' | 'fileUnreadable' | 'failed' }
  | { at: 'answered'; outcome: ImportOutcome };

interface Entered {
  file: File | null;
  userName: string;
  password: string;
}

export function useImport(userName: string) {
  const api = useData();
  const [entered, setEntered] = useState<Entered>({ file: null, userName, password: '' });
  const [phase, setPhase] = useState<Phase>({ at: 'entering' });
  const problem = (name: Extract<Phase, { at: 'problem' }>['problem']) =>
    setPhase({ at: 'problem', problem: name });
  const importNow = async () => {
    const { file, password } = entered;
    const name = entered.userName.trim();
    if (!file) return problem('fileMissing');
    if (name === '' || password === '') return problem('credentialsMissing');
    setPhase({ at: 'importing' });
    const sealed = await file.text().catch(() => null);
    if (sealed === null) return problem('fileUnreadable');
    try {
      const outcome = await api.importWaiting({ sealed: sealed.trim(), userName: name, password });
      setPhase({ at: 'answered', outcome });
      if (outcome.outcome === 'imported') setEntered({ file: null, userName, password: '' });
    } catch {
      problem('failed');
    }
  };
  return {
    entered,
    enter: (part: Partial<Entered>) => {
      setEntered((before) => ({ ...before, ...part }));
      setPhase((before) => (before.at === 'importing' ? before : { at: 'entering' }));
    },
    phase,
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (phase.at !== 'importing') void importNow();
    },
  };
}

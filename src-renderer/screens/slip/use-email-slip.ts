import { useState } from 'react';
import type { NotSavedReason } from '../../data/submission-view';
import type { SlipOf } from '../../data/visit-api';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';

export type EmailState = 'idle' | 'saving' | 'saved' | NotSavedReason | 'unexpected';

/** Asks for a slip by e-mail, and what became of asking. The letter itself is the server's to send. */
export function useEmailSlip(): { state: EmailState; send: (of: SlipOf) => Promise<EmailState> } {
  const api = useData();
  const { language } = useWords();
  const [state, setState] = useState<EmailState>('idle');
  const send = async (of: SlipOf): Promise<EmailState> => {
    if (state === 'saving' || state === 'saved') return state;
    setState('saving');
    const heard: EmailState = await api.emailSlip(of, language).then(
      (answer) => (answer.outcome === 'saved' ? 'saved' : answer.reason),
      () => 'unexpected' as const,
    );
    setState(heard);
    return heard;
  };
  return { state, send };
}

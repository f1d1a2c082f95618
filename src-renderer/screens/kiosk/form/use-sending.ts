import { useState } from 'react';
import type { FormOutcome } from '../../../data/visit-api';
import { useKiosk } from '../navigation';
import type { FormTrouble } from './form-answer';

/** Sends a form once; what was saved is shown on the result page, everything else beside the form. */
export function useSending(send: () => Promise<FormOutcome>) {
  const { go } = useKiosk();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<FormTrouble | null>(null);
  return {
    busy,
    trouble,
    send: async () => {
      if (busy) return;
      setBusy(true);
      const answer = await send().catch(() => ({ outcome: 'unexpected' }) as const);
      setBusy(false);
      if (answer.outcome === 'saved') go({ at: 'result', submission: answer.submission });
      else setTrouble(answer);
    },
  };
}

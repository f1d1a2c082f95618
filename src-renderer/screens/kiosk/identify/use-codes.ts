import { useEffect, useEffectEvent, useState } from 'react';
import type { Codes, IdentifyOutcome } from '../../../data/visit-api';
import { useData } from '../../data-context';
import { useStayAwake } from '../leaving/stay-awake';
import { useKiosk } from '../navigation';
import { useLock } from './use-lock';

export type CodesProblem = 'wrong' | 'not-possible' | 'unexpected';

/** Identifies by two codes; a scan arrives with both and is tried at once. */
export function useCodes(scanned: Codes | undefined) {
  const api = useData();
  const { go } = useKiosk();
  const { lockedForMs, lock } = useLock();
  const [codes, setCodes] = useState<Codes>(scanned ?? { clientCode: '', internalCode: '' });
  const [tried, setTried] = useState<Codes | null>(null);
  const [problem, setProblem] = useState<CodesProblem | null>(null);
  const [busy, setBusy] = useState(false);
  useStayAwake(busy);

  const hear = (answer: IdentifyOutcome) => {
    if (answer.outcome === 'identified') go({ at: 'home' });
    else if (answer.outcome === 'locked') lock(answer.retryAfterMs);
    else setProblem(answer.outcome);
  };
  const identify = async (now: Codes) => {
    if (busy || lockedForMs > 0) return;
    setCodes(now);
    setTried(now);
    setProblem(null);
    setBusy(true);
    try {
      hear(await api.identify(now));
    } catch {
      setProblem('unexpected');
    } finally {
      setBusy(false);
    }
  };
  const tryScanned = useEffectEvent(() => scanned && void identify(scanned));
  useEffect(() => {
    tryScanned();
  }, []);
  /** What was said of the last try stands until the next one. */
  const enter = (part: Partial<Codes>) => setCodes((before) => ({ ...before, ...part }));
  return { codes, tried, enter, identify, problem, busy, lockedForMs };
}

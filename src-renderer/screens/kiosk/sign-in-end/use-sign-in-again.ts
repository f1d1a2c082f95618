import { useState } from 'react';
import type { SignInAgainOutcome } from '../../../data/visit-api';
import { useData } from '../../data-context';
import type { SignInProblem } from '../identify/use-customer-sign-in';
import { useLock } from '../identify/use-lock';
import { useStayAwake } from '../leaving/stay-awake';

/** A password for the address that is known. Once it is right the visit says so, and this is no longer asked. */
export function useSignInAgain() {
  const api = useData();
  const { lockedForMs, lock } = useLock();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [gone, setGone] = useState(false);
  const [busy, setBusy] = useState(false);
  useStayAwake(busy);
  const hear = (answer: SignInAgainOutcome) => {
    if (answer.outcome === 'gone') setGone(true);
    else if (answer.outcome === 'locked') lock(answer.retryAfterMs);
    else if (answer.outcome !== 'signed-in') setProblem(answer.outcome);
  };
  const signIn = async () => {
    if (password === '') return setProblem('empty');
    setProblem(null);
    setBusy(true);
    try {
      hear(await api.signInAgain(password));
    } catch {
      setProblem('unexpected');
    } finally {
      setBusy(false);
    }
  };
  const type = (text: string) => {
    setProblem(null);
    setPassword(text);
  };
  return { password, type, problem, gone, busy, lockedForMs, signIn };
}

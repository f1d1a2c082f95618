import { useState } from 'react';
import type { CustomerSignInOutcome } from '../../../data/visit-api';
import { useData } from '../../data-context';
import { useStayAwake } from '../leaving/stay-awake';
import { type KioskPlace, useKiosk } from '../navigation';
import { useLock } from './use-lock';

type Refusal = Exclude<CustomerSignInOutcome['outcome'], 'signed-in' | 'locked'>;
export type SignInProblem = Refusal | 'empty' | 'unexpected';

/** By e-mail and password. Several accounts are a choice; a sign-in for *Contul meu* leads there. */
export function useCustomerSignIn({ towards }: Extract<KioskPlace, { at: 'sign-in' }>) {
  const api = useData();
  const { go } = useKiosk();
  const { lockedForMs, lock } = useLock();
  const [entered, setEntered] = useState({ email: '', password: '' });
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [busy, setBusy] = useState(false);
  useStayAwake(busy);

  const goOn = (accounts: number) => {
    go({ at: 'home' });
    if (accounts > 1) go({ at: 'accounts' });
    else if (towards) go({ at: towards });
  };
  const hear = (answer: CustomerSignInOutcome) => {
    if (answer.outcome === 'signed-in') goOn(answer.accountIds.length);
    else if (answer.outcome === 'locked') lock(answer.retryAfterMs);
    else setProblem(answer.outcome);
  };
  const signIn = async () => {
    const { email, password } = entered;
    if (email.trim() === '' || password === '') return setProblem('empty');
    setProblem(null);
    setBusy(true);
    try {
      hear(await api.signInCustomer({ email: email.trim(), password }));
    } catch {
      setProblem('unexpected');
    } finally {
      setBusy(false);
    }
  };
  const enter = (part: Partial<typeof entered>) => {
    setProblem(null);
    setEntered((before) => ({ ...before, ...part }));
  };
  return { entered, enter, problem, busy, lockedForMs, signIn };
}

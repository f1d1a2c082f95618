import { type FormEvent, useRef, useState } from 'react';
import type { SignInOutcome } from '../../data/sign-in-api';
import { useWords } from '../../text/use-words';
import { useData } from '../data-context';
import { useClock, useTick } from '../now';
import { tell } from '../parts/tell';

export type SignInProblem = Extract<SignInOutcome, { outcome: 'refused' }>['reason'] | 'empty' | 'unexpected';

export function useSignIn() {
  const api = useData();
  const { t } = useWords();
  const clock = useClock();
  const tick = useTick();
  const passwordField = useRef<HTMLInputElement>(null);
  const [entered, setEntered] = useState({ userName: '', password: '' });
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [lockedUntilMs, setLockedUntilMs] = useState(0);
  const [busy, setBusy] = useState(false);

  const hear = (answer: SignInOutcome) => {
    if (answer.outcome === 'signed-in') {
      if (answer.offline) tell(t, { message: t('start.signIn.signedInOffline') });
      return;
    }
    if (answer.outcome === 'locked') setLockedUntilMs(clock.monotonicMs() + answer.retryAfterMs);
    else setProblem(answer.reason);
    passwordField.current?.select();
  };
  const signIn = async () => {
    setProblem(null);
    if (entered.userName.trim() === '' || entered.password === '') return setProblem('empty');
    setBusy(true);
    try {
      hear(await api.signIn(entered.userName.trim(), entered.password));
    } catch {
      setProblem('unexpected');
    } finally {
      setBusy(false);
    }
  };
  return {
    entered,
    enter: (part: Partial<typeof entered>) => setEntered((before) => ({ ...before, ...part })),
    passwordField,
    problem,
    lockedForMs: Math.max(0, lockedUntilMs - Math.max(tick, 0)),
    busy,
    submit: (event: FormEvent) => {
      event.preventDefault();
      void signIn();
    },
  };
}

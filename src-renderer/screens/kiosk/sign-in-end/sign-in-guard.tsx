import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLive } from '../../data-context';
import { focusAgain } from '../leaving/focus-again';
import { useUnfinished } from '../leaving/leave-guard';
import { SignInAgain } from './sign-in-again';
import { SignInEnding } from './sign-in-ending';

/**
 * The end of a sign-in: told before it comes, and asked for anew when it has. What the customer was doing stays as it
 * stands under the question, so nothing typed is lost; a payment is followed to its end first.
 */
export function SignInGuard({ children }: { children: ReactNode }) {
  const signIn = useLive('visit', null)?.signIn ?? null;
  const unfinished = useUnfinished();
  const [answer, setAnswer] = useState<'later' | 'now' | null>(null); // to the warning
  if (answer !== null && signIn !== 'ending') setAnswer(null);
  const asking = !unfinished && (signIn === 'over' || (signIn === 'ending' && answer === 'now'));
  const warning = !unfinished && signIn === 'ending' && answer === null;
  const focused = useFocusBack(asking);
  return (
    <>
      <div
        style={{ display: asking ? 'none' : 'contents' }}
        inert={warning || asking}
        onFocusCapture={({ target }) => {
          focused.current = target;
        }}
      >
        {children}
      </div>
      {warning && <SignInEnding again={() => setAnswer('now')} later={() => setAnswer('later')} />}
      {asking && <SignInAgain {...(signIn === 'ending' ? { back: () => setAnswer('later') } : {})} />}
    </>
  );
}

/** What the question covers has the focus again where it had it. */
function useFocusBack(covered: boolean) {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    if (!covered) return;
    const before = focused.current;
    return () => queueMicrotask(() => focusAgain(before)); // shown again by then
  }, [covered]);
  return focused;
}

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLive } from '../../data-context';
import { Coverable } from '../leaving/coverable';
import { focusAgain } from '../leaving/focus-again';
import { useKiosk } from '../navigation';
import { SignInAgain } from './sign-in-again';
import { SignInEnding } from './sign-in-ending';

/**
 * The end of a sign-in: told before it comes, and asked for anew when it has. What the customer was doing stays as it
 * stands under the question, so nothing typed is lost. What was answered, and whether something was paid, stays in sight.
 */
export function SignInGuard({ children }: { children: ReactNode }) {
  const signIn = useLive('visit', null)?.signIn ?? null;
  const { at } = useKiosk().screen;
  const answered = at === 'pay' || at === 'result'; // neither needs the sign-in any more
  const [answer, setAnswer] = useState<'later' | 'now' | null>(null); // to the warning
  if (answer !== null && signIn !== 'ending') setAnswer(null);
  const asking = !answered && (signIn === 'over' || (signIn === 'ending' && answer === 'now'));
  const warning = !answered && signIn === 'ending' && answer === null;
  const focused = useFocusBack(asking);
  return (
    <>
      <Coverable covered={warning || asking}>
        <div
          style={{ display: asking ? 'none' : 'contents' }}
          onFocusCapture={({ target }) => {
            focused.current = target;
          }}
        >
          {children}
        </div>
      </Coverable>
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

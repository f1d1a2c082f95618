import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useKiosk } from '../navigation';
import { Coverable } from './coverable';
import { type LeaveCase, LeaveQuestion } from './leave-question';

interface LeaveGuardValue {
  why: LeaveCase | null;
  /** «Gata»: ends the visit, after a question while something of it may still go on. */
  finish: () => void;
  ask: (why: LeaveCase | null) => void;
}

const LeaveGuardContext = createContext<LeaveGuardValue | null>(null);

/** Where nothing can go on, «Gata» leaves at once. */
export function useFinish(): () => void {
  const { leave } = useKiosk();
  return useContext(LeaveGuardContext)?.finish ?? leave;
}

/** As long as there is a reason, «Gata» asks first; leaving stays possible. */
export function useAskBeforeLeaving(why: LeaveCase | null): void {
  const ask = useContext(LeaveGuardContext)?.ask;
  useEffect(() => {
    ask?.(why);
    return () => ask?.(null);
  }, [why, ask]);
}

export function LeaveGuard({ children }: { children: ReactNode }) {
  const { leave } = useKiosk();
  const [why, ask] = useState<LeaveCase | null>(null);
  const [asking, setAsking] = useState(false);
  if (asking && why === null) setAsking(false); // it has ended meanwhile
  const shown = asking && why !== null;
  const finish = () => (why === null ? leave() : setAsking(true));
  return (
    <LeaveGuardContext value={{ why, finish, ask }}>
      <Coverable covered={shown}>{children}</Coverable>
      {shown && <LeaveQuestion why={why} stay={() => setAsking(false)} leave={leave} />}
    </LeaveGuardContext>
  );
}

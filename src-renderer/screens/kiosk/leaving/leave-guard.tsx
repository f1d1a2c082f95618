import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useKiosk } from '../navigation';
import { Coverable } from './coverable';
import { type LeaveCase, LeaveQuestion } from './leave-question';

interface LeaveGuardValue {
  /** «Gata»: ends the visit, after a question while something of it may still go on. */
  finish: () => void;
  /** @returns takes the reason back */
  ask: (why: LeaveCase) => () => void;
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
  useEffect(() => (why === null ? undefined : ask?.(why)), [why, ask]);
}

/** Of several reasons one is told: what is least known before what is merely open. */
const gravestFirst: readonly LeaveCase[] = ['unknown', 'terminal', 'needless', 'page'];

export function LeaveGuard({ children }: { children: ReactNode }) {
  const { leave } = useKiosk();
  const [reasons, setReasons] = useState<readonly LeaveCase[]>([]);
  const ask = useCallback((reason: LeaveCase) => {
    setReasons((others) => [...others, reason]);
    return () => setReasons((all) => all.toSpliced(all.indexOf(reason), 1));
  }, []);
  const why = gravestFirst.find((reason) => reasons.includes(reason)) ?? null;
  const [asking, setAsking] = useState(false);
  if (asking && why === null) setAsking(false); // it has ended meanwhile
  const shown = asking && why !== null;
  const finish = () => (why === null ? leave() : setAsking(true));
  return (
    <LeaveGuardContext value={{ finish, ask }}>
      <Coverable covered={shown}>{children}</Coverable>
      {shown && <LeaveQuestion why={why} stay={() => setAsking(false)} leave={leave} />}
    </LeaveGuardContext>
  );
}

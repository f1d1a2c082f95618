import { type ReactNode, useEffect } from 'react';
import type { KioskView } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useData, useLive } from '../../data-context';
import { useComfort } from '../comfort/comfort';
import { useKiosk } from '../navigation';
import { Coverable } from './coverable';
import { IdleWarning } from './idle-warning';
import { AwakeProvider, useAwake } from './stay-awake';
import { useIdle } from './use-idle';

/** Asks whether somebody is still there, and wipes everything when nobody answers. */
export function IdleGuard({ children }: { children: ReactNode }) {
  const patience = useLive('kiosk', null) ?? untilKnown;
  return (
    <AwakeProvider>
      <Guarded patience={patience}>{children}</Guarded>
    </AwakeProvider>
  );
}

/** How long nobody may be there before they are asked, and then before the visit ends. */
type Patience = Pick<KioskView, 'idleSeconds' | 'warningSeconds'>;

/** Before the worker says, and where it cannot. */
const untilKnown: Patience = { idleSeconds: 60, warningSeconds: 30 };

function Guarded({ patience, children }: { patience: Patience; children: ReactNode }) {
  const { screen, leave } = useKiosk();
  const touched = useTouched();
  const waiting = screen.at === 'attract'; // for the next customer: nothing of anybody is on the screen
  const times = {
    idleMs: patience.idleSeconds * 1000,
    warningMs: waiting ? 0 : patience.warningSeconds * 1000,
  };
  const awake = useAwake() || (waiting && !touched);
  const { idle, stillHere } = useIdle(times, { awake, whenThere: useRenewing() });
  const over = idle.state === 'over';
  useEffect(() => {
    if (over) leave();
  }, [over, leave]);
  return (
    <>
      <Coverable covered={idle.state === 'warning'}>{children}</Coverable>
      {idle.state === 'warning' && <IdleWarning idle={idle} stillHere={stillHere} leave={leave} />}
    </>
  );
}

/** Whoever is there stays signed in; a worker that does not answer is told of by the screens that ask it for something. */
function useRenewing(): () => void {
  const api = useData();
  return () =>
    void api.renewVisit().catch((error: unknown) => console.error('a visit was not renewed', error));
}

/** Somebody chose a language or a comfort and went: the next customer gets the screen as it was. */
function useTouched(): boolean {
  const { language } = useWords();
  const { comfort } = useComfort();
  return language !== 'ro' || Object.values(comfort).some(Boolean);
}

import { createContext, type ReactNode, useContext, useMemo, useReducer } from 'react';
import { useData } from '../data-context';

/** Every screen of the kiosk. Kept in memory: no address and no history tells the next customer where this one was. */
export type KioskPlace =
  | { at: 'attract' }
  | { at: 'who' }
  | { at: 'codes' }
  | { at: 'sign-in' }
  | { at: 'home' }
  | { at: 'accounts' }
  | { at: 'readings' }
  | { at: 'result'; submissionId: string }
  | { at: 'invoices' }
  | { at: 'invoice'; invoiceId: string }
  | { at: 'payments' }
  | { at: 'pay' }
  | { at: 'account' }
  | { at: 'password' }
  | { at: 'register' };

export interface Kiosk {
  screen: KioskPlace;
  /** Goes on to a screen. Home forgets the way to it: nobody steps back into a form that was sent. */
  go(screen: KioskPlace): void;
  back(): void;
  canGoBack: boolean;
  /** Ends the visit; the page starts afresh, so nothing of the customer stays on screen, in forms or in memory. */
  leave(): void;
}

const KioskContext = createContext<Kiosk | null>(null);

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (!kiosk) throw new Error('a kiosk screen was shown outside KioskNavigation');
  return kiosk;
}

type Way = readonly [KioskPlace, ...KioskPlace[]]; // the screen shown is the last
type Step = { to: KioskPlace } | 'back';

const beginning: Way = [{ at: 'attract' }];

function walk(way: Way, step: Step): Way {
  if (step === 'back') return way.length > 1 ? (way.slice(0, -1) as unknown as Way) : way;
  return step.to.at === 'home' || step.to.at === 'attract' ? [step.to] : [...way, step.to];
}

interface KioskNavigationProps {
  /** A fresh page: nothing of the old one's memory is left. */
  reload: () => void;
  children: ReactNode;
}

export function KioskNavigation({ reload, children }: KioskNavigationProps) {
  const api = useData();
  const [way, take] = useReducer(walk, beginning);
  const kiosk = useMemo<Kiosk>(
    () => ({
      screen: way.at(-1) ?? way[0],
      go: (to) => take({ to }),
      back: () => take('back'),
      canGoBack: way.length > 1,
      // Whether or not the worker could end it, the page goes: its memory holds what was typed.
      leave: () => void api.endVisit().then(reload, reload),
    }),
    [api, reload, way],
  );
  return <KioskContext value={kiosk}>{children}</KioskContext>;
}

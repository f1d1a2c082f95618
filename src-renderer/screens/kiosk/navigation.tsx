import { createContext, type ReactNode, useContext, useMemo, useReducer, useState } from 'react';
import type { SubmissionView } from '../../data/submission-view';
import type { Codes } from '../../data/visit-api';
import { useData } from '../data-context';

/** Every screen of the kiosk. Kept in memory: no address and no history tells the next customer where this one was. */
export type KioskPlace =
  | { at: 'attract' }
  | { at: 'who'; foreignScan?: boolean } // something was scanned that is no invoice
  | { at: 'codes'; scanned?: Codes }
  | { at: 'sign-in'; towards?: 'account' }
  | { at: 'home' }
  | { at: 'accounts' }
  | { at: 'readings' }
  | { at: 'result'; submission: SubmissionView; digits?: number }
  | { at: 'invoices' }
  | { at: 'invoice'; invoiceId: string }
  | { at: 'payments' }
  | { at: 'pay'; invoiceIds?: string[] } // those chosen at first; all that are open when left out
  | { at: 'account' }
  | { at: 'password' }
  | { at: 'register' };

export interface Kiosk {
  screen: KioskPlace;
  office: string; // where this machine stands
  /** Goes on to a screen. Home forgets the way to it: nobody steps back into a form that was sent. */
  go(screen: KioskPlace): void;
  back(): void;
  canGoBack: boolean;
  leaving: boolean;
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

/** Whether or not the worker could end the visit, the page goes: its own memory holds what was typed. */
const patienceMs = 3000;
const patience = (): Promise<void> => new Promise((done) => setTimeout(done, patienceMs));

interface KioskNavigationProps {
  office: string;
  /** A fresh page: nothing of the old one's memory is left. */
  reload: () => void;
  children: ReactNode;
}

export function KioskNavigation({ office, reload, children }: KioskNavigationProps) {
  const api = useData();
  const [way, take] = useReducer(walk, beginning);
  const [leaving, setLeaving] = useState(false);
  const kiosk = useMemo<Kiosk>(
    () => ({
      screen: way.at(-1) ?? way[0],
      office,
      go: (to) => take({ to }),
      back: () => take('back'),
      canGoBack: way.length > 1,
      leaving,
      leave: () => {
        setLeaving(true);
        void Promise.race([api.endVisit(), patience()]).then(reload, reload);
      },
    }),
    [api, office, reload, way, leaving],
  );
  return <KioskContext value={kiosk}>{children}</KioskContext>;
}

import type { AccountView, MeterView } from '../../../data/account-view';
import type { KioskView } from '../../../data/visit-api';

type ReadingState = 'open' | 'kept' | 'held' | 'sent' | 'stays' | 'noRoom' | 'later' | 'only-shown';

/** Saved on this device, and the server has not had it yet. */
export const isOnlyKept = ({ currentSubmission }: MeterView): boolean => currentSubmission?.state === 'kept';

/** Received, and a colleague looks at it before it counts. */
export const isHeld = ({ currentSubmission }: MeterView): boolean => currentSubmission?.state === 'held';

/** What *Consumuri* is good for today: the first meter that waits for an index speaks for all. @param canSave whether one could be kept */
export function readingWords(
  { account, meters }: AccountView,
  { canSave }: Pick<KioskView, 'canSave'>,
): { state: ReadingState; from?: string } {
  const own = meters.filter(({ meter }) => meter.status === 'installed' && !meter.remote);
  if (account.dwelling === 'apartment' || account.status === 'closed' || own.length === 0)
    return { state: 'only-shown' };
  const open = own.filter(({ window }) => window !== null);
  if (open.some(({ current }) => !current || current.source === 'estimate'))
    return { state: canSave ? 'open' : 'noRoom' };
  if (open.some(isOnlyKept)) return { state: 'kept' };
  if (open.some(isHeld)) return { state: 'held' };
  if (open.length > 0) return { state: canSave ? 'sent' : 'stays' };
  const from = own[0]?.nextWindow?.from;
  return from ? { state: 'later', from } : { state: 'only-shown' };
}

export interface Owed {
  state: 'loading' | 'open' | 'paid' | 'in-advance';
  invoices: number;
  bani: number; // to be paid, or in advance
}

/** How an invoice can be paid here now. */
export function payWords(
  { online, canSave, cardTerminal, paymentPage }: KioskView,
  { state }: Owed,
): 'loading' | 'nothing' | 'noRoom' | 'offline' | 'both' | 'card' | 'phone' | 'counter' {
  if (state !== 'open') return state === 'loading' ? 'loading' : 'nothing';
  if (!canSave) return 'noRoom';
  if (online === null) return 'loading';
  if (!online) return 'offline';
  if (cardTerminal && paymentPage) return 'both';
  if (cardTerminal) return 'card';
  return paymentPage ? 'phone' : 'counter';
}

/** What *Contul meu* is good for now. */
export function ownWords(
  { online, canSave }: KioskView,
  signedIn: boolean,
): 'open' | 'noRoom' | 'offline' | 'signIn' {
  if (signedIn) return canSave ? 'open' : 'noRoom';
  return online === false ? 'offline' : 'signIn';
}

import { createContext, type ReactNode, useContext, useState } from 'react';
import type { OlderBilling } from '../data/visit-api';
import { useData, useLive } from './data-context';

/** `none`: asked, and there is nothing older. */
type OlderState = 'not-asked' | 'asking' | 'not-fetched' | 'none' | 'known';

interface Asked {
  accountId: string;
  state: OlderState;
  older: OlderBilling;
  heldIds: readonly string[]; // the invoices that were held then
}

const nothing: OlderBilling = { invoices: [], payments: [] };

interface Kept {
  asked: Asked | null; // of the account asked for last; of others nothing is remembered
  keep: (change: (before: Asked | null) => Asked | null) => void;
}

const OlderBillingContext = createContext<Kept | null>(null);

/** Remembers what was fetched of an account's older billing, as long as the screens around it are shown. */
export function OlderBillingProvider({ children }: { children: ReactNode }) {
  const [asked, keep] = useState<Asked | null>(null);
  return <OlderBillingContext value={{ asked, keep }}>{children}</OlderBillingContext>;
}

interface Older extends OlderBilling {
  /** Of the invoices, or of the payments. */
  stateOf: (what: keyof OlderBilling) => OlderState;
  ask: () => void;
}

/** Billing from before the months that the device holds, once somebody has asked for it. */
export function useOlderBilling(accountId: string): Older {
  const api = useData();
  const held = useLive('invoices', { accountId });
  const kept = useContext(OlderBillingContext);
  if (!kept) throw new Error('older billing was asked for outside OlderBillingProvider');
  const { asked, keep } = kept;
  const isOfNow = asked?.accountId === accountId && !isOutdated(asked, held);
  const state = isOfNow ? asked.state : 'not-asked';
  const older = isOfNow ? asked.older : nothing;
  const ask = async () => {
    const asking = { accountId, older: nothing, heldIds: held?.map(({ id }) => id) ?? [] };
    keep(() => ({ ...asking, state: 'asking' }));
    const answer = await api.olderBilling(accountId).catch((error: unknown) => {
      console.error('older billing could not be asked for', error);
      return { outcome: 'not-fetched' as const };
    });
    const answered: Asked =
      answer.outcome === 'older'
        ? { ...asking, state: 'known', older: answer }
        : { ...asking, state: 'not-fetched' };
    keep((before) => (before?.accountId === accountId ? answered : before)); // or another account was asked for since
  };
  return {
    ...older,
    stateOf: (what) => (state === 'known' && older[what].length === 0 ? 'none' : state),
    ask: () => void ask(),
  };
}

/** An old invoice that was open is held no more once it is paid, and was not among the older ones that were fetched. */
function isOutdated({ heldIds }: Asked, held: readonly { id: string }[] | undefined): boolean {
  if (!held) return false;
  const now = new Set(held.map(({ id }) => id));
  return heldIds.some((id) => !now.has(id));
}

/** What is held comes first and stands: a payment that was taken back may have opened an old invoice again. */
export function withOlder<Row extends { id: string }>(held: readonly Row[], older: readonly Row[]): Row[] {
  const known = new Set(held.map(({ id }) => id));
  return [...held, ...older.filter(({ id }) => !known.has(id))];
}

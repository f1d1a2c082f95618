import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import type { OrderOutcome } from '../../../data/visit-api';
import { useAskBeforeLeaving } from '../leaving/leave-guard';
import type { LeaveCase } from '../leaving/leave-question';
import { useFollowing } from './use-following';

/*
 * The provider's pages that the customer has turned away from at the kiosk. Nobody can close one: it may be paid on the
 * phone for as long as it is open. So each is followed until the visit ends, and what becomes of it is told wherever the
 * customer is by then: open → paid (until that is told), or gone without money; `unknown` is waited for.
 */
export interface OpenPage {
  order: PaymentOrder; // open, unknown or paid
  /** Some of what it pays was paid meanwhile, by card or on another page: what is paid on it as well is money in advance. */
  needless: boolean;
}

interface OpenPages {
  pages: readonly OpenPage[];
  keep(order: PaymentOrder): void;
  /** It is on a screen of its own again, or its payment was told. */
  drop(orderId: string): void;
  /** This one was paid on the screen. */
  paid(order: PaymentOrder): void;
}

const OpenPagesContext = createContext<OpenPages | null>(null);

export function useOpenPages(): OpenPages {
  const pages = useContext(OpenPagesContext);
  if (!pages) throw new Error('a payment was shown outside OpenPagesProvider');
  return pages;
}

/** Whether an order pays for any of these invoices. */
export const paysAny = ({ invoiceIds }: PaymentOrder, some: readonly string[]): boolean =>
  invoiceIds.some((id) => some.includes(id));

export function OpenPagesProvider({ children }: { children: ReactNode }) {
  const [pages, setPages] = useState<readonly OpenPage[]>([]);
  const keep = useCallback(
    (order: PaymentOrder) =>
      setPages((kept) => [...without(kept, order.id), { order, needless: isPaidAmong(kept, order) }]),
    [],
  );
  const drop = useCallback((orderId: string) => setPages((kept) => without(kept, orderId)), []);
  const paid = useCallback((order: PaymentOrder) => setPages((kept) => besidePaid(kept, order)), []);
  const hear = (answer: OrderOutcome) => {
    if (answer.outcome === 'order') setPages((kept) => asHeard(kept, answer.order));
  };
  useAskBeforeLeaving(leaveCase(pages));
  const value = useMemo(() => ({ pages, keep, drop, paid }), [pages, keep, drop, paid]);
  return (
    <OpenPagesContext value={value}>
      {children}
      {pages.map(({ order }) => (
        <Follower key={order.id} order={order} hear={hear} />
      ))}
    </OpenPagesContext>
  );
}

interface FollowerProps {
  order: PaymentOrder;
  hear: (answer: OrderOutcome) => void;
}

function Follower({ order, hear }: FollowerProps) {
  useFollowing(order.state === 'paid' ? null : order.id, hear);
  return null;
}

const without = (pages: readonly OpenPage[], orderId: string): readonly OpenPage[] =>
  pages.filter(({ order }) => order.id !== orderId);

/** One that ended without money is nothing to anybody. */
function asHeard(pages: readonly OpenPage[], order: PaymentOrder): readonly OpenPage[] {
  if (!isKept(order)) return without(pages, order.id);
  const heard = pages.map((page) => (page.order.id === order.id ? { ...page, order } : page));
  return order.state === 'paid' ? besidePaid(heard, order) : heard;
}

/** Those for the same invoices need not be paid any more. */
const besidePaid = (pages: readonly OpenPage[], paid: PaymentOrder): readonly OpenPage[] =>
  pages.map((page) =>
    page.order.id !== paid.id && paysAny(page.order, paid.invoiceIds) ? { ...page, needless: true } : page,
  );

const isPaidAmong = (pages: readonly OpenPage[], { invoiceIds }: PaymentOrder): boolean =>
  pages.some(({ order }) => order.state === 'paid' && paysAny(order, invoiceIds));

const isKept = ({ state }: PaymentOrder): boolean =>
  state === 'open' || state === 'unknown' || state === 'paid';

function leaveCase(pages: readonly OpenPage[]): LeaveCase | null {
  if (pages.some(({ order }) => order.state === 'unknown')) return 'unknown';
  const open = pages.filter(({ order }) => order.state === 'open');
  if (open.some(({ needless }) => needless)) return 'needless';
  return open.length > 0 ? 'page' : null;
}

import { useEffect, useEffectEvent } from 'react';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { type OpenPage, paysAny, useOpenPages } from './open-pages';
import { mayChooseAgain, type Ordering, type OrderPhase, openPageIn } from './use-order';

interface PagesOf {
  /** Was paid on the phone, and is to be told now, in place of what asks for money: nobody shall pay twice. */
  paid: PaymentOrder | null;
  /** Those turned away from that are open, or of unknown outcome, for any of these invoices. */
  unpaidFor: (invoiceIds: readonly string[]) => OpenPage[];
  /** Its payment was told. */
  drop: (orderId: string) => void;
  resume: (page: PaymentOrder) => void;
  /** From the page that is shown to the choice; null where none is. */
  turnAway: (() => void) | null;
}

/** The pages for paying on a phone of one account, and the ways to and from them. */
export function usePagesOf(accountId: string, ordering: Ordering): PagesOf {
  const { pages, keep, drop, paid } = useOpenPages();
  const own = pages.filter(({ order }) => order.accountId === accountId);
  const paidOnPhone = own.flatMap(({ order }) => (order.state === 'paid' ? order : []));
  const { phase } = ordering;
  useShownHere(phase);
  const paidHere = phase.at === 'ended' && phase.order.state === 'paid' ? phase.order : null;
  useEffect(() => {
    if (paidHere) paid(paidHere);
  }, [paidHere, paid]);
  const shown = openPageIn(phase);
  const turnAway = (page: PaymentOrder) => {
    keep(page);
    ordering.again();
  };
  const isNeedless = shown !== null && paidOnPhone.some((page) => paysAny(page, shown.invoiceIds));
  const leaveNeedless = useEffectEvent(() => shown && turnAway(shown));
  useEffect(() => {
    if (isNeedless) leaveNeedless(); // nobody shall scan it
  }, [isNeedless]);
  return {
    paid: paidOnPhone.find((page) => isToBeTold(page, ordering)) ?? null,
    unpaidFor: (invoiceIds) =>
      own.filter(({ order }) => order.state !== 'paid' && paysAny(order, invoiceIds)),
    drop,
    resume: (page) => {
      drop(page.id);
      ordering.resume(page);
    },
    turnAway: shown && (() => turnAway(shown)),
  };
}

/** The server answers with an order begun before: one that was turned away from has a screen of its own again. */
function useShownHere(phase: OrderPhase): void {
  const { pages, drop } = useOpenPages();
  const shownId = phase.at === 'following' || phase.at === 'ended' ? phase.order.id : null;
  const again = pages.some(({ order }) => order.id === shownId) ? shownId : null;
  useEffect(() => {
    if (again !== null) drop(again);
  }, [again, drop]);
}

/** Not before a payment under way has ended, nor in place of what became of one for other invoices. */
function isToBeTold(page: PaymentOrder, { phase, asked }: Ordering): boolean {
  if (phase.at === 'choosing') return true;
  return (
    asked !== null && paysAny(page, asked.invoiceIds) && phase.at !== 'following' && mayChooseAgain(phase)
  );
}

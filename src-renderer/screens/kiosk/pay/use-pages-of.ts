import { useEffect } from 'react';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { paysAny, useOpenPages } from './open-pages';
import { mayChooseAgain, type Ordering, openPageIn } from './use-order';

interface PagesOf {
  /** Was paid on the phone, and is to be told now, in place of what asks for money: nobody shall pay twice. */
  paid: PaymentOrder | null;
  /** Those turned away from that are open, or of unknown outcome, for any of these invoices. */
  unpaidFor: (invoiceIds: readonly string[]) => PaymentOrder[];
  /** Its payment was told. */
  drop: (orderId: string) => void;
  resume: (page: PaymentOrder) => void;
  /** From the page that is shown to the choice; null where none is. */
  turnAway: (() => void) | null;
}

/** The pages for paying on a phone of one account, and the ways to and from them. */
export function usePagesOf(accountId: string, ordering: Ordering): PagesOf {
  const { pages, keep, drop, paidByCard } = useOpenPages();
  const own = pages.flatMap(({ order }) => (order.accountId === accountId ? order : []));
  const shown = openPageIn(ordering.phase);
  const byCard = paidByCardIn(ordering);
  useEffect(() => {
    if (byCard) paidByCard(byCard.invoiceIds);
  }, [byCard, paidByCard]);
  return {
    paid: own.find((page) => page.state === 'paid' && isToBeTold(page, ordering)) ?? null,
    unpaidFor: (invoiceIds) => own.filter((page) => page.state !== 'paid' && paysAny(page, invoiceIds)),
    drop,
    resume: (page) => {
      drop(page.id);
      ordering.resume(page);
    },
    turnAway:
      shown &&
      (() => {
        keep(shown);
        ordering.again();
      }),
  };
}

const paidByCardIn = ({ phase }: Ordering): PaymentOrder | null =>
  phase.at === 'ended' && phase.order.state === 'paid' && phase.order.channel === 'terminal'
    ? phase.order
    : null;

/** Not before a payment under way has ended, nor in place of what became of one for other invoices. */
function isToBeTold(page: PaymentOrder, { phase, asked }: Ordering): boolean {
  if (phase.at === 'choosing') return true;
  return (
    asked !== null && paysAny(page, asked.invoiceIds) && phase.at !== 'following' && mayChooseAgain(phase)
  );
}

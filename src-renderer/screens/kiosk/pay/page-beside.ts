import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { useWords } from '../../../text/use-words';
import { paysAny, useOpenPages } from './open-pages';

/** What a payment says of a page for the same invoices that the customer has turned away from. */
export interface PageBeside {
  state: 'open' | 'unknown' | 'paid';
  tone: 'ask' | 'inform';
  words: string;
  amount: string;
}

/** Of several the one that matters most: paid, then of unknown outcome, then open. */
export function usePageBeside({ id, invoiceIds, channel, state }: PaymentOrder): PageBeside | null {
  const { t, format } = useWords();
  const beside = useOpenPages().pages.flatMap(({ order }) =>
    order.id !== id && paysAny(order, invoiceIds) ? order : [],
  );
  const page =
    beside.find(({ state }) => state === 'paid') ??
    beside.find(({ state }) => state === 'unknown') ??
    beside[0];
  if (!page) return null;
  const amount = format.money(page.amountBani);
  if (page.state === 'paid') {
    const words = t(`visit.pay.onPhone.${state === 'paid' ? 'paidToo' : 'received'}`, { amount });
    return { state: 'paid', tone: 'inform', words, amount };
  }
  if (page.state === 'unknown')
    return { state: 'unknown', tone: 'ask', words: t('visit.pay.onPhone.asked', { amount }), amount };
  const says = channel === 'terminal' ? 'notToo' : state === 'paid' ? 'needless' : 'another';
  const words = t(`visit.pay.onPhone.${says}`, { amount, at: format.clockTime(page.endsAt) });
  return { state: 'open', tone: 'ask', words, amount };
}

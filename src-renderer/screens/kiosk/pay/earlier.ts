import { useState } from 'react';
import type { Invoice } from '../../../../shared/model/billing';
import type { PaymentOrder } from '../../../../shared/sync/payment-order';
import { inOnePiece } from '../../../../shared/text/keep-together';
import type { OrderEntry } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';

export type NumbersOf = (order: PaymentOrder) => string[];

/** Of every invoice seen meanwhile: an old one that is paid is no longer held here. */
export function useNumbers(invoices: Invoice[]): NumbersOf {
  const [known, know] = useState<ReadonlyMap<string, string>>(new Map());
  const news = invoices.filter(({ id }) => !known.has(id));
  if (news.length > 0) know(new Map([...known, ...news.map(({ id, number }) => [id, number] as const)]));
  return ({ invoiceIds }) => invoiceIds.flatMap((id) => known.get(id) ?? []);
}

/** The sentence for an order that is not the one asked for: the server answered with one begun before, of other invoices. */
export function useEarlier(
  asked: OrderEntry | null,
  numbersOf: NumbersOf,
): (order: PaymentOrder) => string | null {
  const { t, format } = useWords();
  return (order) => {
    if (!asked || order.id === asked.orderId || sameMembers(order.invoiceIds, asked.invoiceIds)) return null;
    const amount = format.money(order.amountBani);
    const numbers = numbersOf(order).map(inOnePiece).join(', ');
    return numbers
      ? t('visit.pay.earlier', { amount, invoices: numbers })
      : t('visit.pay.earlierUnnamed', { amount });
  };
}

export const sameMembers = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id));

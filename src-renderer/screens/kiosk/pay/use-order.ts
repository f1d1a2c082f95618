import { useState } from 'react';
import { v4 } from 'uuid';
import type { PaymentChannel, PaymentOrder } from '../../../../shared/sync/payment-order';
import type { OrderEntry, OrderOutcome } from '../../../data/visit-api';
import { useWords } from '../../../text/use-words';
import { useData } from '../../data-context';
import { unheard, useFollowing } from './use-following';

/*
 * One payment: beginning → following (open, unknown) → ended (paid, declined, expired, failed). `lost`: the server was not
 * heard, so nobody here knows whether it began; only the same order is asked for again, never a second one. A new order is
 * made only after one that is known to have taken nothing: a refusal that began nothing says so of the first request, not
 * of one that asks again after another was not answered. The one exception is a page that is open on the phone: it charges
 * nobody who does not go on to pay there, so the customer may turn away from it and choose again, and come back to it.
 */
export type OrderPhase =
  | { at: 'choosing' }
  | { at: 'beginning' }
  | { at: 'refused'; reason: Refusal }
  | { at: 'lost'; asking: boolean }
  | { at: 'following'; order: PaymentOrder; heard: boolean } // heard: the last question was answered
  | { at: 'ended'; order: PaymentOrder };

export type Refusal = Extract<OrderOutcome, { outcome: 'refused' }>['reason'];
export type Wish = Omit<OrderEntry, 'orderId' | 'channel' | 'language'>;

export interface Ordering {
  phase: OrderPhase;
  /** What was asked for by the order of this phase. */
  asked: OrderEntry | null;
  begin: (wish: Wish, channel: PaymentChannel) => Promise<void>;
  /** Asks for the same order once more. */
  askAgain: () => Promise<void>;
  /** Back to the choice, after an order that took nothing or from a page that stays open on the phone. */
  again: () => void;
  /** Shows a page again that was turned away from. */
  resume: (page: PaymentOrder) => void;
}

export function useOrder(): Ordering {
  const api = useData();
  const { language } = useWords();
  const [entry, setEntry] = useState<OrderEntry | null>(null);
  const [phase, setPhase] = useState<OrderPhase>({ at: 'choosing' });

  const hear = (answer: OrderOutcome) => {
    if (answer.outcome === 'order') return setPhase(phaseOf(answer.order));
    if (answer.outcome === 'refused') return setPhase({ at: 'refused', reason: answer.reason });
    setPhase((now) => (now.at === 'following' ? { ...now, heard: false } : { at: 'lost', asking: false }));
  };
  useFollowing(phase.at === 'following' ? phase.order.id : null, hear);
  return {
    phase,
    asked: entry,
    begin: async (wish, channel) => {
      if (phase.at !== 'choosing') return;
      const asked = { ...wish, orderId: v4(), channel, language };
      setEntry(asked);
      setPhase({ at: 'beginning' });
      hear(await api.orderPayment(asked).catch(() => unheard));
    },
    askAgain: async () => {
      if (phase.at !== 'lost' || phase.asking || !entry) return;
      setPhase({ at: 'lost', asking: true });
      const answer = await api.orderPayment(entry).catch(() => unheard);
      hear(beganNothing(answer) ? unheard : answer);
    },
    again: () => {
      if (!mayChooseAgain(phase)) return;
      setEntry(null);
      setPhase({ at: 'choosing' });
    },
    resume: (page) => {
      if (phase.at === 'choosing') setPhase(phaseOf(page));
    },
  };
}

/** The page that is open on the phone in this phase. */
export const openPageIn = (phase: OrderPhase): PaymentOrder | null =>
  phase.at === 'following' && phase.order.channel === 'page' && phase.order.state === 'open'
    ? phase.order
    : null;

/** Where no card may be being charged. */
export const mayChooseAgain = (phase: OrderPhase): boolean =>
  openPageIn(phase) !== null ||
  phase.at === 'choosing' ||
  phase.at === 'refused' ||
  (phase.at === 'ended' && phase.order.state !== 'paid');

/** Said of an order that is asked for again; a terminal that is busy may be so with the first request. */
const saysNothing: ReadonlySet<Refusal> = new Set([
  'not-begun',
  'no-room',
  'terminal-busy',
  'no-card-terminal',
]);

const beganNothing = (answer: OrderOutcome): boolean =>
  answer.outcome === 'refused' && saysNothing.has(answer.reason);

const phaseOf = (order: PaymentOrder): OrderPhase =>
  order.state === 'open' || order.state === 'unknown'
    ? { at: 'following', order, heard: true }
    : { at: 'ended', order };

import { useEffect, useEffectEvent } from 'react';
import type { OrderOutcome } from '../../../data/visit-api';
import { useData } from '../../data-context';

/** A call that failed is as good as unheard: whether anything began is not known. */
export const unheard: OrderOutcome = { outcome: 'offline' };

const pauseMs = 1000;

/** Asks how an order stands, again and again; what is answered after nobody wants to know any more is not told. */
export function useFollowing(orderId: string | null, hear: (answer: OrderOutcome) => void): void {
  const api = useData();
  const tell = useEffectEvent(hear);
  useEffect(() => {
    if (orderId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const next = async () => {
      const answer = await api.followOrder(orderId).catch(() => unheard);
      if (over) return;
      tell(answer);
      timer = setTimeout(() => void next(), pauseMs);
    };
    void next();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [orderId, api]);
}

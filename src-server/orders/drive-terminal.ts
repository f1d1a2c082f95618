import { setMaxListeners } from 'node:events';
import type { Language } from '../../shared/model/primitives';
import type { Terminals } from '../terminal/card-terminal';
import { resultOfSale } from './order-result';
import type { OrderRow } from './order-row';
import type { Settle } from './payment-desk';

interface Driving {
  terminals: Terminals;
  settle: Settle;
  onError: (error: unknown) => void;
}

/** The sales that this process drives, each behind the back of the request that began it. */
export function terminalDriver({ terminals, settle, onError }: Driving) {
  const driven = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // each sale under way listens

  async function sell({ id, amountBani }: OrderRow, address: string, language: Language): Promise<void> {
    const sale = { reference: id, amountBani, language };
    const result = resultOfSale(await terminals(address).sale(sale, stopping.signal));
    if (result) await settle({ id, result, by: 'terminal' });
  }

  return {
    drive(order: OrderRow, address: string, language: Language): void {
      const selling = sell(order, address, language)
        .catch(onError) // the order stays open, and the terminal is asked about it later
        .finally(() => driven.delete(order.id));
      driven.set(order.id, selling);
    },
    drives: (id: string): boolean => driven.has(id),
    /** Waits for no card any longer: what is charged meanwhile, the terminal tells whoever asks it next. */
    async close(): Promise<void> {
      stopping.abort();
      await Promise.all(driven.values());
    },
  };
}

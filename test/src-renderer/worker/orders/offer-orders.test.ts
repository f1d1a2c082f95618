import { BehaviorSubject } from 'rxjs';
import { expect, test, vi } from 'vitest';
import type { PaymentOffersResponse } from '../../../../shared/sync/payment-offer';
import { OrderOffers } from '../../../../src-renderer/worker/orders/offer-orders';
import { OrderBook } from '../../../../src-renderer/worker/orders/order-book';
import type { Connection } from '../../../../src-renderer/worker/sync/connection';
import { usualPace } from '../../../../src-renderer/worker/sync/pace';
import { orderRecord } from '../../../support/order-record';

const serverTime = '2026-11-26T09:00:00.000Z';

/** Offers to a server of which only the answers are there. */
function offersTo(answer: () => PaymentOffersResponse) {
  const exchange = vi.fn(async () => answer());
  const connection = {
    exchange,
    whenReachable: async () => undefined,
    reachable$: new BehaviorSubject(true),
  } as unknown as Connection;
  const journal = { appendOrders: async () => undefined };
  const orders = new OrderBook(journal, {
    kept: [orderRecord(1, { state: 'unknown', epoch: 'epoch-1' })],
    monotonicMs: () => 0,
  });
  const heard: string[] = [];
  const offers = new OrderOffers({
    ...{ orders, connection, pace: usualPace, random: () => 0.5, now: () => serverTime },
    onEpoch: (epoch) => heard.push(epoch),
    kioskId: () => 'kiosk-1',
  });
  return { offers, orders, exchange, heard };
}

test('a reply of another epoch is noted, and not asked for again before that server has greeted', async () => {
  const answers: PaymentOffersResponse['answers'] = [{ outcome: 'known', state: 'unknown' }];
  const { offers, orders, exchange, heard } = offersTo(() => ({ answers, serverTime, epoch: 'epoch-2' }));
  const stopping = new AbortController();
  offers.greeted('epoch-1');
  const running = offers.run(stopping.signal);
  await vi.waitFor(() => expect(heard).toEqual(['epoch-2']));
  offers.greeted('epoch-2');
  stopping.abort();
  await running;
  expect(orders.all).toMatchObject([{ state: 'unknown', epoch: 'epoch-2' }]);
  expect(exchange).toHaveBeenCalledTimes(1);
});

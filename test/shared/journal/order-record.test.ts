import { expect, test } from 'vitest';
import { decodeLines, encodeOrderLine } from '../../../shared/journal/journal-line';
import { isOver, OrderRecord } from '../../../shared/journal/order-record';
import { OfferedOrder } from '../../../shared/sync/payment-offer';
import { orderRecord } from '../../support/order-record';

test('a payment that was begun here is a line of its own, and no submission', () => {
  expect(decodeLines(encodeOrderLine(orderRecord(1)))).toMatchObject({
    ...{ submissions: [], orders: [orderRecord(1)], setAside: [] },
  });
});

test('nothing personal has a place in it: what is not of its schema is not read', () => {
  const named = { ...orderRecord(1), holderName: 'Țăranu Ștefan', phone: '0722000000' };
  expect(OrderRecord.parse(named)).toEqual(orderRecord(1));
});

test.each([
  ['asked', false],
  ['open', false],
  ['unknown', false],
  ['not-begun', true],
  ['paid', true],
  ['declined', true],
  ['expired', true],
  ['failed', true],
] as const)('an order that is %s is over: %s', (state, over) => {
  expect(isOver(orderRecord(1, { state }))).toBe(over);
});

test('what is offered to the server does not say of which device it is', () => {
  const { deviceId, epoch, ...offered } = orderRecord(1);
  expect(OfferedOrder.parse(orderRecord(1))).toEqual(offered);
});

import { expect, test } from 'vitest';
import { creditIn } from '../../../shared/billing/credit-in';

const paid = (amountBani: number) => ({ invoiceId: '7-2026-10', invoiceNumber: 'AVJ 224871', amountBani });
const payment = { amountBani: 16_139, allocations: [paid(10_000)], reversedAt: null };

test('what no invoice takes of a payment is a credit', () => {
  expect(creditIn(payment)).toBe(6_139);
  expect(creditIn({ ...payment, allocations: [] })).toBe(16_139);
  expect(creditIn({ ...payment, allocations: [paid(10_000), paid(6_139)] })).toBe(0);
});

test('a payment that was taken back leaves nothing', () => {
  expect(creditIn({ ...payment, reversedAt: '2026-11-22T09:00:00.000Z' })).toBe(0);
});

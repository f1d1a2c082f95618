import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, type Claim, claimsOf, dealOut } from '../../../shared/billing/allocate';

const bani = fc.integer({ min: 1, max: 1_000_000 });
const claims = fc.uniqueArray(
  fc.record<Claim>({
    paymentId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    paidAt: fc.constantFrom('2026-11-26T07:00:00.000Z', '2026-11-26T08:00:00.000Z'),
    claimedBani: bani,
  }),
  { selector: ({ paymentId }) => paymentId },
);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

test('an invoice paid at two counters is paid by whoever took the money first', () => {
  const early = { paymentId: 'b', paidAt: '2026-11-26T07:00:00.000Z', claimedBani: 4_200 };
  const late = { paymentId: 'a', paidAt: '2026-11-26T08:00:00.000Z', claimedBani: 4_200 };
  expect(allocate(4_200, [late, early])).toEqual(
    new Map([
      ['b', 4_200],
      ['a', 0],
    ]),
  );
});

test('no invoice is paid twice, no payment pays more than it claims, and none is left idle while something is owed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), claims, (owed, made) => {
      const paid = allocate(owed, made);
      expect(sum(paid.values())).toBe(Math.min(owed, sum(made.map(({ claimedBani }) => claimedBani))));
      for (const { paymentId, claimedBani } of made) {
        expect(paid.get(paymentId)).toBeGreaterThanOrEqual(0);
        expect(paid.get(paymentId)).toBeLessThanOrEqual(claimedBani);
      }
    }),
  );
});

test('the order in which payments arrive does not matter', () => {
  const inSomeOrder = claims.chain((made) =>
    fc.tuple(
      fc.constant(made),
      fc.shuffledSubarray(made, { minLength: made.length, maxLength: made.length }),
    ),
  );
  fc.assert(
    fc.property(bani, inSomeOrder, (owed, [made, shuffled]) => {
      expect(new Map([...allocate(owed, shuffled)].toSorted())).toEqual(
        new Map([...allocate(owed, made)].toSorted()),
      );
    }),
  );
});

test('an amount is dealt out oldest first, whole bani, and what is left over is dealt to none', () => {
  const invoices = [
    { id: 'old', outstandingBani: 100 },
    { id: 'new', outstandingBani: 50 },
  ];
  expect(dealOut(120, invoices)).toEqual([
    { invoiceId: 'old', amountBani: 100 },
    { invoiceId: 'new', amountBani: 20 },
  ]);
  expect(sum(dealOut(900, invoices).map(({ amountBani }) => amountBani))).toBe(150);
});

test('claims are never for more than was paid, one an invoice', () => {
  const allocations = [
    { invoiceId: 'a', amountBani: 60 },
    { invoiceId: 'b', amountBani: 70 },
    { invoiceId: 'a', amountBani: 30 },
  ];
  expect(claimsOf({ allocations, amountBani: 100 })).toEqual([
    { invoiceId: 'a', amountBani: 90 },
    { invoiceId: 'b', amountBani: 10 },
  ]);
});

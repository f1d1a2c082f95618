import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBani, checkPayment, type PaymentFacts } from '../../../shared/billing/payment-rules';
import { checkReversal } from '../../../shared/billing/reversal-rules';
import { gateOf, outcomeOf } from '../../../shared/metering/severity';

const capturedAt = '2026-11-26T08:00:00.000Z';
const fine: PaymentFacts = {
  amountBani: 4_200,
  chosen: [{ id: 'invoice-1', outstandingBani: 4_200 }],
  method: 'cash',
  tendered: null,
  terminalReference: null,
  capturedAt,
  arrival: null,
};
const said = (changed: Partial<PaymentFacts>) => checkPayment({ ...fine, ...changed });

describe('before the money is taken', () => {
  test.each<[string, Partial<PaymentFacts>]>([
    ['the whole of an open invoice', {}],
    ['a part of it', { amountBani: 1 }],
    ['with cash that is more', { tendered: { bani: 5_000 } }],
    ['by card, with its reference', { method: 'card', terminalReference: '004711' }],
  ])('%s may be paid', (_, changed) => {
    expect(said(changed)).toEqual([]);
  });

  test.each<[string, Partial<PaymentFacts>, object]>([
    ['nothing chosen', { chosen: [] }, { code: 'invoice-missing' }],
    ['an invoice that is paid', { chosen: [{ id: 'a', outstandingBani: 0 }] }, { code: 'invoice-not-open' }],
    ['one not known here', { chosen: [{ id: 'a', outstandingBani: null }] }, { code: 'invoice-not-open' }],
    ['no amount', { amountBani: null }, { code: 'amount-missing' }],
    ['nothing', { amountBani: 0 }, { code: 'amount-missing' }],
    [
      'more than is left to pay',
      { amountBani: 4_201 },
      { code: 'amount-above-outstanding', outstandingBani: 4_200 },
    ],
    ['too little cash', { tendered: { bani: 4_000 } }, { code: 'tendered-too-little', missingBani: 200 }],
    ['cash that is no number', { tendered: { bani: null } }, { code: 'tendered-not-an-amount' }],
    ['a card without reference', { method: 'card', terminalReference: ' ' }, { code: 'reference-missing' }],
  ])('%s stops', (_, changed, finding) => {
    expect(said(changed)).toEqual([finding]);
    expect(gateOf(said(changed))).toBe('blocked');
  });

  test('change is what was received beyond the amount', () => {
    expect(changeBani({ ...fine, tendered: { bani: 5_000 } })).toBe(800);
    expect(changeBani({ ...fine, tendered: { bani: 4_000 } })).toBeNull();
    expect(changeBani({ ...fine, method: 'card', tendered: { bani: 5_000 } })).toBeNull();
  });
});

const bani = fc.integer({ min: 1, max: 10_000_000 });
const anyPayment = fc.record({
  amountBani: bani,
  chosen: fc.array(fc.record({ id: fc.string(), outstandingBani: fc.option(bani) }), { maxLength: 4 }),
  method: fc.constantFrom<PaymentFacts['method']>('cash', 'card'),
  terminalReference: fc.option(fc.string()),
  creditBani: fc.integer({ min: 0, max: 10_000_000 }),
});

test('the server never refuses money that was recorded, whatever it pays; what is too much is a credit', () => {
  fc.assert(
    fc.property(anyPayment, ({ creditBani, ...changed }) => {
      const findings = said({ ...changed, arrival: { receivedAt: capturedAt, creditBani } });
      expect(outcomeOf(findings, [])).toEqual({ outcome: 'accepted', review: false });
      expect(findings).toEqual(creditBani > 0 ? [{ code: 'payment-credit', creditBani }] : []);
    }),
  );
});

test('what a device lets through pays whole open invoices or parts of them, and never more than they ask for', () => {
  fc.assert(
    fc.property(anyPayment, ({ creditBani: _, ...changed }) => {
      fc.pre(said(changed).length === 0);
      const owed = changed.chosen.reduce((sum, { outstandingBani }) => sum + (outstandingBani ?? 0), 0);
      expect(changed.amountBani).toBeLessThanOrEqual(owed);
      expect(changed.chosen.every(({ outstandingBani }) => outstandingBani !== null)).toBe(true);
    }),
  );
});

test('money dated in the future waits for a supervisor, and is not refused', () => {
  const findings = said({ arrival: { receivedAt: '2026-11-26T07:57:00.000Z', creditBani: 0 } });
  expect(outcomeOf(findings, []).outcome).toBe('held');
});

describe('taking a payment back', () => {
  const reversal = {
    payment: { paidAt: '2026-11-26T08:00:00.000Z', reversed: false },
    bySupervisor: false,
    capturedAt: '2026-11-26T21:59:00.000Z', // 23:59 in Petroșani
    timeZone: 'Europe/Bucharest',
  };

  test('a clerk may on the same day, by the utility’s own calendar', () => {
    expect(checkReversal(reversal)).toEqual([]);
    expect(checkReversal({ ...reversal, capturedAt: '2026-11-26T22:00:00.000Z' })).toEqual([
      { code: 'reversal-needs-supervisor', paidOn: '2026-11-26' },
    ]);
  });

  test('a supervisor may later', () => {
    const later = { ...reversal, bySupervisor: true, capturedAt: '2027-02-01T08:00:00.000Z' };
    expect(checkReversal(later)).toEqual([]);
  });

  test('never twice; and one that is not known yet is waited for', () => {
    const reversed = { ...reversal.payment, reversed: true };
    expect(checkReversal({ ...reversal, payment: reversed })).toEqual([{ code: 'payment-reversed' }]);
    const unknown = checkReversal({ ...reversal, payment: null });
    expect(unknown).toEqual([{ code: 'payment-unknown' }]);
    expect(outcomeOf(unknown, []).outcome).toBe('held');
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatReceiptNumber, receiptNumberOf } from '../../shared/receipt-number';
import { typedReceiptNumber } from '../../shared/receipt-typed';

test.each([
  ['7F3K-2M9Q-4XA', '7F3K2M9Q4XA'],
  ['7f3k2m9q4xa', '7F3K2M9Q4XA'],
  ['  7F3K–2M9Q–4XA ', '7F3K2M9Q4XA'],
  ['7F3K 2M9Q 4XA', '7F3K2M9Q4XA'],
  ['7FIK-OM9L-4XA', '7F1K0M914XA'],
])('%s is the number %s', (text, number) => {
  expect(typedReceiptNumber(text)).toBe(number);
});

test.each([
  '',
  '1204587',
  'Popescu Ion',
  'Constantina',
  '7F3K-2M9Q-4X',
  'RF-20417',
  '7F3K-2M9Q-4XU',
  '1204587-3392',
])('“%s” is no receipt number', (text) => {
  expect(typedReceiptNumber(text)).toBeNull();
});

test('every number with a digit in it is recognised as it is printed and as it is scanned', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const number = receiptNumberOf(createHash('sha256').update(id).digest());
      fc.pre(/\d/.test(number));
      expect(typedReceiptNumber(number)).toBe(number);
      expect(typedReceiptNumber(formatReceiptNumber(number).toLowerCase())).toBe(number);
    }),
  );
});

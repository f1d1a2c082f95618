import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatReceiptNumber, receiptNumberOf } from '../../shared/receipt-number';

const ofId = (id: string) => receiptNumberOf(createHash('sha256').update(id).digest());

test('a receipt number depends on the submission’s id alone', () => {
  expect(ofId('019a0000-0000-7000-8000-000000000001')).toBe(ofId('019a0000-0000-7000-8000-000000000001'));
  expect(ofId('019a0000-0000-7000-8000-000000000001')).not.toBe(ofId('019a0000-0000-7000-8000-000000000002'));
});

test('its ten signs are Crockford’s and the eleventh checks them modulo 37', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (digest) => {
      const number = receiptNumberOf(digest);
      expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}[0-9A-HJKMNP-TV-Z*~$=U]$/);
      const value = [...number.slice(0, 10)].reduce(
        (sum, sign) => sum * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(sign)),
        0n,
      );
      expect(number[10]).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'[Number(value % 37n)]);
    }),
  );
});

test('people read it in groups of four', () => {
  expect(formatReceiptNumber('7F3K2M9Q4XA')).toBe('7F3K-2M9Q-4XA');
});

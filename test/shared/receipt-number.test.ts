import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatReceiptNumber,
  meantReceiptNumber,
  parseReceiptNumber,
  receiptNumberOf,
} from '../../shared/receipt-number';

const ofId = (id: string) => receiptNumberOf(createHash('sha256').update(id).digest());

test('a receipt number depends on the submission’s id alone', () => {
  expect(ofId('019a0000-0000-7000-8000-000000000001')).toBe(ofId('019a0000-0000-7000-8000-000000000001'));
  expect(ofId('019a0000-0000-7000-8000-000000000001')).not.toBe(ofId('019a0000-0000-7000-8000-000000000002'));
});

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digests = fc.uint8Array({ minLength: 32, maxLength: 32 });

function checks(number: string): boolean {
  const values = [...number].map((sign) => alphabet.indexOf(sign));
  const sum = values.slice(0, 10).reduce((total, value, place) => total + value * (place + 1), 0);
  return values[10] === sum % 31;
}

test('it can be read aloud: eleven of Crockford’s letters and digits', () => {
  fc.assert(
    fc.property(digests, (digest) => {
      expect(receiptNumberOf(digest)).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/);
    }),
  );
});

test('its last sign finds a sign misread and two exchanged', () => {
  const place = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(digests, place, place, fc.constantFrom(...alphabet), (digest, from, to, sign) => {
      const number = receiptNumberOf(digest);
      expect(checks(number)).toBe(true);
      const differ = (a: string, b: string) => Math.abs(alphabet.indexOf(a) - alphabet.indexOf(b)) % 31 !== 0;
      const misread = number.split('').with(from, sign).join('');
      if (differ(number[from] ?? '', sign)) expect(checks(misread)).toBe(false);
      const [a, b] = [number[from] ?? '', number[to] ?? ''];
      if (differ(a, b)) expect(checks(number.split('').with(from, b).with(to, a).join(''))).toBe(false);
    }),
  );
});

test('people read it in groups of four', () => {
  expect(formatReceiptNumber('7F3K2M9Q4XA')).toBe('7F3K-2M9Q-4XA');
  expect(formatReceiptNumber('CH 40211')).toBe('CH 40211'); // of what was paid elsewhere
});

test('it is read however people write it: in groups, in small letters, with I, L and O', () => {
  fc.assert(
    fc.property(digests, fc.constantFrom('I', 'l', 'i', 'L'), (digest, one) => {
      const number = receiptNumberOf(digest);
      const written = formatReceiptNumber(number).toLowerCase().replaceAll('1', one).replaceAll('0', 'o');
      expect(parseReceiptNumber(` ${written} `)).toBe(number);
    }),
  );
});

test('what its last sign does not check, or what is too long or too short, is no receipt number', () => {
  expect(parseReceiptNumber('7F3K-2M9Q-4XK')).toBe('7F3K2M9Q4XK');
  for (const wrong of ['7F3K-2M9Q-4XA', '7F3K-2M9Q-4X', '7F3K-2M9Q-4XKK', '7F3K-2M9Q-4X#', ''])
    expect(parseReceiptNumber(wrong)).toBeNull();
});

test.each([
  ['7F3K-2M9Q-4XA', '7F3K2M9Q4XA'],
  ['7f3k2m9q4xa', '7F3K2M9Q4XA'],
  ['  7F3K–2M9Q–4XA ', '7F3K2M9Q4XA'],
  ['7F3K 2M9Q 4XA', '7F3K2M9Q4XA'],
  ['7FIK-OM9L-4XA', '7F1K0M914XA'],
  ['ATCE-TSPS-DBQ', 'ATCETSPSDBQ'], // no digit in it
  ['atcetspsdbq', 'ATCETSPSDBQ'],
  ['ATCE-TSPS-DBR', 'ATCETSPSDBR'], // told that it does not check
])('%s is the number %s', (text, number) => {
  expect(meantReceiptNumber(text)).toBe(number);
});

test.each([
  '',
  '1204587',
  'Popescu Ion',
  'Constantina',
  'Szent Anna Ede',
  'ATCETSPSDBR',
  '7F3K-2M9Q-4X',
  'RF-20417',
  '7F3K-2M9Q-4XU',
  '1204587-3392',
])('“%s” is no receipt number', (text) => {
  expect(meantReceiptNumber(text)).toBeNull();
});

test('every number is recognised as it is printed and as it is scanned', () => {
  const withoutDigits = fc.constantFrom(
    ...Array.from({ length: 2_000 }, (_, place) => ofId(`id ${place}`)).filter(
      (number) => !/\d/.test(number),
    ),
  );
  fc.assert(
    fc.property(fc.oneof(fc.uuid().map(ofId), withoutDigits), (number) => {
      expect(meantReceiptNumber(number)).toBe(number);
      expect(meantReceiptNumber(formatReceiptNumber(number).toLowerCase())).toBe(number);
      expect(meantReceiptNumber(formatReceiptNumber(number).replaceAll('-', ' '))).toBe(number);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatsFor } from '../../../shared/text/format';
import { parseLei } from '../../../shared/text/parse-money';

test.each([
  ['56,78', 5_678],
  ['56.78', 5_678],
  [' 56 ', 5_600],
  ['56,7 lei', 5_670],
  ['1 234,5', 123_450],
  ['1.234,50', 123_450],
  ['1,234.50', 123_450],
  ['1.234', 123_400],
  ['1234', 123_400],
  ['0,05', 5],
  ['0', 0],
])('%s is %i bani', (typed, bani) => {
  expect(parseLei(typed)).toBe(bani);
});

test.each(['', 'lei', '-5', '5-', '1,2,3', '1.2345', '12 34', '1,234,50', '5,', ',5', '1e3', '9'.repeat(20)])(
  '"%s" is no amount',
  (typed) => {
    expect(parseLei(typed)).toBeNull();
  },
);

test('an amount as the screen writes it is read back to the ban, in every language', () => {
  const amount = fc.record({
    bani: fc.integer({ min: 0, max: 99_999_999_999 }),
    language: fc.constantFrom('ro', 'en', 'hu'),
  });
  fc.assert(
    fc.property(amount, ({ bani, language }) => {
      expect(parseLei(formatsFor(language).money(bani))).toBe(bani);
    }),
  );
});

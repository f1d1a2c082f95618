import { expect, test } from 'vitest';
import { formatsFor } from '../../../shared/text/format';

const asRead = (text: string) => text.replaceAll('\u00a0', ' ');
const romanian = formatsFor('ro');

test('thousands are parted by a space in every language', () => {
  expect(
    (['ro', 'en', 'hu'] as const).map((language) => asRead(formatsFor(language).number(1_234_567))),
  ).toEqual(['1 234 567', '1 234 567', '1 234 567']);
});

test('the decimal sign is the language’s own', () => {
  expect([romanian.number(13.5), formatsFor('en').number(13.5), formatsFor('hu').number(13.5)]).toEqual([
    '13,5',
    '13.5',
    '13,5',
  ]);
});

test('bani are shown as lei', () => {
  expect(asRead(romanian.money(5678))).toBe('56,78 lei');
  expect(asRead(romanian.money(123_456_700))).toBe('1 234 567,00 lei');
  expect(asRead(formatsFor('hu').money(-50))).toBe('−0,50 lej');
});

test('an index is shown with as many digits as the register has', () => {
  expect(asRead(romanian.register(1234, 5))).toBe('01 234');
  expect(asRead(romanian.register(7, 6))).toBe('000 007');
  expect(asRead(romanian.register(99_999, 5))).toBe('99 999');
});

test('water is shown with its unit, which never stands alone on the next line', () => {
  expect(romanian.m3(1234)).toBe('1\u00a0234\u00a0m³');
  expect(formatsFor('en').m3(13.5)).toBe('13.5\u00a0m³');
  expect(romanian.registerM3(1234, 5)).toBe('01\u00a0234\u00a0m³');
});

test('a moment is shown in the utility’s time zone, summer and winter', () => {
  expect(romanian.moment('2026-11-22T08:42:00.000Z')).toBe('22.11.2026 10:42');
  expect(romanian.moment('2026-07-22T08:42:00.000Z')).toBe('22.07.2026 11:42');
  expect(romanian.clockTime('2026-11-22T22:05:00.000Z')).toBe('00:05');
});

test('a calendar day and a month are shown in words of the language', () => {
  expect(romanian.day('2026-11-25')).toBe('25.11.2026');
  expect(romanian.month('2026-11')).toBe('noiembrie 2026');
  expect(formatsFor('hu').month('2026-11')).toBe('2026. november');
});

test.each([
  ['ro', '2026-11-25', '2026-11-30', { from: '25', to: '30 noiembrie' }],
  ['ro', '2026-11-28', '2026-12-03', { from: '28 noiembrie', to: '3 decembrie' }],
  ['en', '2026-11-25', '2026-11-30', { from: '25', to: '30 November' }],
  ['hu', '2026-11-25', '2026-11-30', { from: 'november 25.', to: '30.' }],
  ['ro', '2026-11-30', '2026-11-30', { from: '30 noiembrie', to: '30 noiembrie' }],
] as const)('%s: days from %s to %s stand in a sentence', (language, from, to, words) => {
  expect(formatsFor(language).daysInWords(from, to)).toEqual(words);
});

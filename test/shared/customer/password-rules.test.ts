import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkNewPassword } from '../../../shared/customer/form-rules';

const least = fc.integer({ min: 6, max: 20 });
const text = fc.string({ maxLength: 30, unit: 'grapheme' });
const codes = (...entry: Parameters<typeof checkNewPassword>) =>
  checkNewPassword(...entry).map(({ code }) => code);

test('a password is right when it is long enough and typed twice the same', () => {
  fc.assert(
    fc.property(text, text, least, (password, passwordAgain, shortest) => {
      const isRight = [...password].length >= shortest && password === passwordAgain;
      expect(codes({ password, passwordAgain, least: shortest }).length === 0).toBe(isRight);
    }),
  );
});

test('length is counted in characters as people see them typed, and the least is told', () => {
  expect(checkNewPassword({ password: 'șțăâî', passwordAgain: 'șțăâî', least: 6 })).toEqual([
    { code: 'password-too-short', least: 6 },
  ]);
  expect(codes({ password: '🌊🌊🌊', passwordAgain: '🌊🌊🌊', least: 3 })).toEqual([]);
});

test('spaces count: they are kept as they were typed', () => {
  expect(codes({ password: '      ', passwordAgain: '      ', least: 6 })).toEqual([]);
  expect(codes({ password: 'parola', passwordAgain: 'parola ', least: 6 })).toEqual(['passwords-differ']);
});

test('what is missing is named, each field by itself', () => {
  expect(checkNewPassword({ password: '', passwordAgain: '', least: 6 })).toEqual([
    { code: 'field-missing', field: 'password' },
    { code: 'field-missing', field: 'passwordAgain' },
  ]);
});

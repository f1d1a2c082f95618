import { expect, test } from 'vitest';
import { fieldOf } from '../../../shared/customer/field-of';

test('each finding stands beside the field that puts it right', () => {
  expect(fieldOf({ code: 'field-missing', field: 'oldPassword' })).toBe('oldPassword');
  expect(fieldOf({ code: 'email-malformed' })).toBe('email');
  expect(fieldOf({ code: 'phone-malformed' })).toBe('phone');
  expect(fieldOf({ code: 'password-too-short', least: 6 })).toBe('password');
  expect(fieldOf({ code: 'passwords-differ' })).toBe('passwordAgain');
});

test('wrong codes are said of the form as a whole, so that nobody learns which of them was right', () => {
  expect(fieldOf({ code: 'codes-mismatch' })).toBeNull();
  expect(fieldOf({ code: 'already-registered' })).toBeNull();
});

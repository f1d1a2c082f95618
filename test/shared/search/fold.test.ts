import { expect, test } from 'vitest';
import { fold } from '../../../shared/search/fold';

test('comma, cedilla and bare letters are one letter to a clerk', () => {
  expect(fold('Țîrțan  Ștefan')).toBe(fold('Ţîrţan Ştefan'));
  expect(fold('ȘTEFĂNESCU Ioana')).toBe('stefanescu ioana');
  expect(fold('Kovács Győző')).toBe('kovacs gyozo');
});

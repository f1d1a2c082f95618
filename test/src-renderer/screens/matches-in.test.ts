import { expect, test } from 'vitest';
import { matchesIn } from '../../../src-renderer/screens/search/matches-in';

const marked = (words: string, text: string) =>
  matchesIn(words, text)
    .map(({ part, matched }) => (matched ? `[${part}]` : part))
    .join('');

test('what was typed without diacritics is marked in a name that has them', () => {
  expect(marked('ȘTEFĂNESCU-ȚÎRLEA Anișoara', 'stefan tirlea')).toBe(
    '[ȘTEFAN]ESCU-[ȚÎRLEA] Anișoara'.replace('A', 'Ă'),
  );
});

test('cedilla and comma letters are the same letter', () => {
  expect(marked('Țepeș', 'ţepeş')).toBe('[Țepeș]');
});

test('nothing typed marks nothing', () => {
  expect(marked('POPESCU Ion', '')).toBe('POPESCU Ion');
});

test('every part keeps its letters, in order', () => {
  const words = 'Nagy Győző, Petroșani';
  expect(
    matchesIn(words, 'gyozo petro')
      .map(({ part }) => part)
      .join(''),
  ).toBe(words);
});

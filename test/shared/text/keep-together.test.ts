import { expect, test } from 'vitest';
import { inOnePiece, keepUnits } from '../../../shared/text/keep-together';

test.each([
  ['Consumul ar fi 16 m³, de obicei 14,5 m³.', 'Consumul ar fi 16~m³, de obicei 14,5~m³.'],
  ['A mérő 01250 m³-t mutat?', 'A mérő 01250~m³-t mutat?'],
  ['{used} m³, {amount} lei', '{used}~m³, {amount}~lei'],
  ['peste 1 min 35 s.', 'peste 1~min~35~s.'],
  ['{n} min {s} s', '{n}~min~{s}~s'],
  ['în 20.11.2026 10:42.', 'în 20.11.2026~10:42.'],
  ['De plată: 451,24 lei · neplătite: 2', 'De plată: 451,24~lei · neplătite:~2'],
  ['2026. 11. 20. 10:42', '2026.~11.~20.~10:42'],
  ['1 perc 35 mp múlva', '1~perc~35~mp múlva'],
  ['Ați scris 4 minus 5 litere la 10', 'Ați scris 4 minus 5 litere la 10'],
])('no line ends within what is read as one: %s', (sentence, kept) => {
  expect(keepUnits(sentence)).toBe(kept.replaceAll('~', '\u00a0'));
});

test('a name stays in one piece, whatever it is made of', () => {
  expect(inOnePiece('AVJ 224871')).toBe('AVJ\u00a0224871');
  expect(inOnePiece('7F3K-2M9Q-4XA')).toBe('7F3K-\u20602M9Q-\u20604XA');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanReader } from '../../../../src-renderer/screens/kiosk/identify/scan';

const pattern = '^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$';

/** Hears the keys with a pause between them; what the last of them gave. */
function heard(keys: readonly string[], pauseMs: number, reads = pattern) {
  const reader = scanReader(reads);
  const answers = keys.map((key, place) => reader.hear(key, place * pauseMs));
  return { last: answers.at(-1) ?? null, settled: reader.settle() };
}

test('a fast run with Enter behind it is the codes', () => {
  expect(heard([...'1204587-33921', 'Enter'], 12).last).toEqual({
    clientCode: '1204587',
    internalCode: '33921',
  });
});

test('a scanner that presses nothing behind the code is heard when it has finished', () => {
  expect(heard([...'1204587-33921'], 80).settled).toEqual({ clientCode: '1204587', internalCode: '33921' });
});

test('keys that a person presses are no scan', () => {
  const { last, settled } = heard([...'1204587-33921', 'Enter'], 250);
  expect(last).toBeNull();
  expect(settled).toBeNull();
});

test('what was typed before the scan does not spoil it', () => {
  const reader = scanReader(pattern);
  [...'99'].forEach((key, place) => void reader.hear(key, place * 300));
  [...'1204587-33921'].forEach((key, place) => void reader.hear(key, 5000 + place * 10));
  expect(reader.hear('Enter', 5140)).toEqual({ clientCode: '1204587', internalCode: '33921' });
});

test('Shift, which a scanner presses for some signs, is not part of the code', () => {
  expect(heard([...'1204587', 'Shift', '-', ...'33921', 'Tab'], 10).last).not.toBeNull();
});

test('every pair of codes in the utility’s pattern is read back', () => {
  const code = (least: number, most: number) =>
    fc
      .array(fc.constantFrom(...'0123456789'), { minLength: least, maxLength: most })
      .map((all) => all.join(''));
  fc.assert(
    fc.property(code(6, 8), code(4, 8), (clientCode, internalCode) => {
      expect(heard([...`${clientCode}-${internalCode}`, 'Enter'], 10).last).toEqual({
        clientCode,
        internalCode,
      });
    }),
  );
});

test('a pattern that is none, or names no codes, reads no codes', () => {
  expect(heard([...'1204587-33921', 'Enter'], 10, '(').last).toBeNull();
  expect(heard([...'1204587-33921', 'Enter'], 10, '.*').last).toBe('foreign');
});

test('a scan of something else is told from keys in a hurry', () => {
  expect(heard([...'5941234567890', 'Enter'], 12).last).toBe('foreign');
  expect(heard([...'5941234567890'], 12).settled).toBe('foreign');
  expect(heard([...'12', 'Enter'], 12).last).toBeNull();
});

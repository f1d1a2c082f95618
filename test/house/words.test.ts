import { expect, test } from 'vitest';
import { sourceFiles } from './source-files';

/** `path → code` of everything in these folders that matches. */
const found = (sought: RegExp, folders: readonly string[], except = ''): string[] =>
  folders
    .flatMap(sourceFiles)
    .filter(({ path }) => path !== except)
    .flatMap(({ path, text }) => [...text.matchAll(sought)].map(([match]) => `${path} → ${match}`));

test('a sentence gets its values in one place, which keeps a number and its unit on one line', () => {
  const fillsPlaces = /replace(?:All)?\(\s*\/\\\{.*/g;
  expect(
    found(fillsPlaces, ['shared', 'src-main', 'src-renderer', 'src-server'], 'shared/text/fill.ts'),
    'use fill() from shared/text/fill.ts, or t() on a screen',
  ).toEqual([]);
});

test('no screen writes the unit behind a number by hand', () => {
  const unitByHand = /\}(?:[ \u00a0]|\\u00a0|&nbsp;|\{' '\})(?:m³|lei|lej)(?!\p{L})/gu;
  expect(
    found(unitByHand, ['src-renderer']),
    'use m3(), registerM3() or money() of shared/text/format.ts',
  ).toEqual([]);
});

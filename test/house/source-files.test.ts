import { expect, test } from 'vitest';
import { importsOf } from './source-files';

const importsIn = (text: string) => importsOf({ path: 'src-renderer/worker/cache.ts', text });

test('every way to import is seen', () => {
  const text = `
    import { a } from './a';
    import type {
      B,
    } from '../b';
    import 'side-effect';
    export * from '@scope/name/deep';
    const late = await import('rxdb/plugins/x');
    const worker = new Worker(new URL('./worker.ts', import.meta.url));`;
  expect(importsIn(text).sort()).toEqual(
    [
      'src-renderer/worker/a',
      'src-renderer/b',
      'side-effect',
      '@scope/name',
      'rxdb',
      'src-renderer/worker/worker.ts',
    ].sort(),
  );
});

test('what only reads like an import is not one', () => {
  expect(importsIn("const important = 'x'; const from = ['y'];")).toEqual([]);
});

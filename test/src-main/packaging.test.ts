import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fusesOf, makeStubElectron } from './support/stub-electron';

const root = join(import.meta.dirname, '../..');
let folder: string;
let packed: string;

/** A house with everything in it that must not be packed, and a renderer that is only a page. */
async function makeHouse(house: string): Promise<void> {
  for (const side of ['main', 'preload']) {
    const outDir = join(house, 'dist', side);
    await build({
      root,
      configFile: join(root, `vite.${side}.config.ts`),
      logLevel: 'warn',
      build: { outDir },
    });
  }
  const stubs = [
    'dist/renderer/index.html',
    'dist/renderer/assets/main.js',
    'dist/renderer/assets/main.js.map',
  ];
  const strangers = ['dist/server/ghiseu.js', 'src-main/main.ts', 'README.md', 'data/secret.json', '.env'];
  for (const path of [...stubs, ...strangers]) {
    await mkdir(join(house, path, '..'), { recursive: true });
    await writeFile(join(house, path), path);
  }
  for (const file of ['package.json', 'electron-builder.yml', 'src-renderer/public']) {
    await cp(join(root, file), join(house, file), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
}

async function pack(house: string, electron: string, output: string): Promise<void> {
  const args = [join(root, 'node_modules/electron-builder/cli.js'), '--linux', 'dir', '--publish', 'never'];
  const places = ['--projectDir', house, `-c.electronDist=${electron}`, `-c.directories.output=${output}`];
  await promisify(execFile)(process.execPath, [...args, ...places]);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ghiseu-packaging-'));
  await makeStubElectron(join(folder, 'electron'));
  await makeHouse(join(folder, 'house'));
  await pack(join(folder, 'house'), join(folder, 'electron'), join(folder, 'release'));
  packed = join(folder, 'release/linux-unpacked');
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const archive = () => join(packed, 'resources/app.asar');

test('the package holds main, preload, renderer and package.json, and nothing else', () => {
  expect(listPackage(archive(), { isPack: false }).sort()).toEqual([
    '/dist',
    '/dist/main',
    '/dist/main/main.js',
    '/dist/preload',
    '/dist/preload/preload.cjs',
    '/dist/renderer',
    '/dist/renderer/assets',
    '/dist/renderer/assets/main.js',
    '/dist/renderer/index.html',
    '/package.json',
  ]);
});

test('the packed package.json starts the packed main process as an ES module', () => {
  const { main, type, name } = JSON.parse(extractFile(archive(), 'package.json').toString());
  expect({ main, type, name }).toEqual({ main: 'dist/main/main.js', type: 'module', name: 'ghiseu' });
});

test('main needs nothing that is not packed: only Electron and Node', () => {
  const source = extractFile(archive(), 'dist/main/main.js').toString();
  const needed = [...source.matchAll(/(?:^import[^'"]*|__require\()['"]([^'"]+)['"]/gm)].map(
    ([, name = '']) => name,
  );
  const strangers = needed.filter(
    (name) => name !== 'electron' && !builtinModules.includes(name.replace(/^node:/, '')),
  );
  expect(needed).toContain('electron');
  expect(strangers).toEqual([]);
});

test('main never awaits at its top level what comes only after it: Electron would never be ready', () => {
  const source = extractFile(archive(), 'dist/main/main.js').toString();
  expect(source).toContain('app.whenReady()');
  expect(source).not.toMatch(/^(?:(?:const|let|var)[^=\n]*=\s*)?await\b/m);
});

test('the preload is one script for the sandbox: no import, and only Electron is required', () => {
  const source = extractFile(archive(), 'dist/preload/preload.cjs').toString();
  const required = [...source.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name);
  expect(required).toEqual(['electron']);
  expect(source).not.toMatch(/^\s*(?:import|export)\b/m);
});

test('the fuses are set: no Node by the back door, only this archive, checked', async () => {
  // run as node, encrypted cookies, NODE_OPTIONS, --inspect, archive checked, archive only, own snapshot, file:// privileges
  expect(fusesOf(await readFile(join(packed, 'ghiseu'))).slice(0, 8)).toBe('01001100');
});

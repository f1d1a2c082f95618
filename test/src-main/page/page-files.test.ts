import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageFileFor, servePageFile } from '../../../src-main/page/page-files';
import { temporaryFolder } from '../support/temporary-folder';

const folder = join('/', 'opt', 'ghiseu', 'renderer');
const fileFor = (path: string) => pageFileFor(folder, `app://ghiseu${path}`)?.path ?? null;

test('a script, a worker, a font and a wasm file have the types Chromium insists on', () => {
  const typeOf = (path: string) => pageFileFor(folder, `app://ghiseu${path}`)?.contentType;
  expect(typeOf('/assets/data-worker-1a2b.js')).toBe('text/javascript; charset=utf-8');
  expect(typeOf('/assets/argon2-9.wasm')).toBe('application/wasm');
  expect(typeOf('/assets/inter.woff2')).toBe('font/woff2');
  expect(typeOf('/')).toBe('text/html; charset=utf-8');
});

test('every address of a screen is answered with index.html', () => {
  for (const path of ['', '/', '/cont/1204587', '/cont/1204587/facturi?luna=2026-11'])
    expect(fileFor(path), path).toBe(join(folder, 'index.html'));
});

test.each([
  '/../main/main.js',
  '/..%2fmain/main.js',
  '/%2e%2e/main/main.js',
  '/assets/..%2f..%2f..%2fsecret.json',
  '/..%5cmain%5cmain.js',
  '/assets/x%00.js',
  '/%E0%A4%A.js',
])('%s does not leave the folder', (path) => {
  const found = fileFor(path);
  if (found !== null) expect(found.startsWith(`${folder}/`), found).toBe(true);
});

test('source maps and unknown kinds of file are not served', () => {
  expect(fileFor('/assets/main-1a2b.js.map')).toBeNull();
  expect(fileFor('/notes.txt')).toBeNull();
});

test('the page comes with a policy that lets it reach nothing but its own origin', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  const response = await servePageFile(root, new Request('app://ghiseu/cont/1'));
  expect(await response.text()).toBe('<!doctype html>');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/https?:|\*/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a missing file, a folder and another method are refused without a word about the disk', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'folder.js'));
  expect((await servePageFile(root, new Request('app://ghiseu/assets/none.js'))).status).toBe(404);
  expect((await servePageFile(root, new Request('app://ghiseu/folder.js'))).status).toBe(404);
  const post = await servePageFile(root, new Request('app://ghiseu/', { method: 'POST', body: 'x' }));
  expect([post.status, await post.text()]).toEqual([405, '']);
});

import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { securityHeaders } from './security-headers';

/** Every kind of file the renderer's build makes. A module worker does not start without a JavaScript type. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface PageFile {
  path: string;
  contentType: string;
}

/**
 * The file that answers a page's request, or null when nothing may answer it: a path that leaves the folder, or a kind of
 * file that is not served (source maps). A path without an ending is one of the screens' addresses: index.html.
 */
export function pageFileFor(folder: string, url: string): PageFile | null {
  const pathname = decoded(new URL(url).pathname);
  if (pathname === null || /[\0\\]/.test(pathname)) return null;
  const path = join(folder, extname(pathname) === '' ? 'index.html' : pathname);
  const inside = relative(folder, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  const contentType = contentTypes[extname(path).toLowerCase()];
  return contentType === undefined ? null : { path, contentType };
}

/** Answers a request for a file of the built renderer, with the headers that lock the page down. */
export async function servePageFile(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const file = pageFileFor(folder, request.url);
  if (!file) return refusal(404);
  try {
    const bytes = await readFile(file.path);
    const headers = { ...securityHeaders, 'content-type': file.contentType, 'cache-control': 'no-cache' };
    return new Response(request.method === 'HEAD' ? null : bytes, { headers });
  } catch (error) {
    if (isMissing(error)) return refusal(404);
    throw error;
  }
}

const refusal = (status: number) => new Response(null, { status, headers: securityHeaders });

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null; // a broken percent-encoding names no file
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

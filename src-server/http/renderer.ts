import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './problem';
import { sendProblem } from './problem-replies';

/** Vite's names carry a hash of the content: what is cached under one can never be outdated. */
const isHashed = (path: string): boolean =>
  /\/assets\/[^/]+-[\w-]{8,}\.\w+$/.test(path.replaceAll('\\', '/'));

/** Paths of the server itself: an unknown one is an error, never the counter's page. */
const isOwn = (path: string): boolean => /^\/(sync|docs|health|assets|confirm)(\/|$)/.test(path);

/**
 * Serves the built renderer: its files, and its page under every path that is none of the server's, because the page
 * knows its own addresses. The page and its service worker are asked for anew each time.
 */
export async function setUpRenderer(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const isBuilt = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        const kept = isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
        response.setHeader('cache-control', kept);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = '/'] = request.url.split('?');
    const isPage = isBuilt && (request.method === 'GET' || request.method === 'HEAD') && !isOwn(path);
    if (isPage) return reply.sendFile('index.html');
    return sendProblem(reply, new HttpProblem('not-found', { detail: `${request.method} ${path}` }));
  });
}

import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { protocolHeader } from '../../../shared/sync/protocol';
import { type Fetch, isSyncPath, makeSyncProxy } from '../../../src-main/page/sync-proxy';

const nodeFetch: Fetch = (url, init) => fetch(url, init);

async function serverWith(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

test('only the sync routes go to the server', () => {
  expect(isSyncPath('app://ghiseu/sync/pull/accounts')).toBe(true);
  for (const path of ['/', '/sync', '/synced/x', '/assets/sync/x.js', '/docs']) {
    expect(isSyncPath(`app://ghiseu${path}`), path).toBe(false);
  }
});

test('a submission reaches the server with its token, protocol version and body, without cookies or the page’s origin', async () => {
  const seen: unknown[] = [];
  const origin = await serverWith(async (request, response) => {
    const { authorization, cookie, origin: from, [protocolHeader]: protocol } = request.headers;
    seen.push(request.method, request.url, authorization, protocol, cookie, from, await textOf(request));
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' }).end('[]');
  });
  const answer = await makeSyncProxy(origin, nodeFetch).forward(
    new Request('app://ghiseu/sync/submissions?x=1', {
      method: 'POST',
      body: '[1]',
      headers: {
        authorization: 'Bearer t',
        [protocolHeader]: '1',
        'content-type': 'application/json',
        cookie: 'c=d',
        origin: 'app://ghiseu',
      },
    }),
  );
  expect(seen).toEqual(['POST', '/sync/submissions?x=1', 'Bearer t', '1', undefined, undefined, '[1]']);
  expect([answer.status, await answer.text()]).toEqual([200, '[]']);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('a refusal comes back as it is, with its problem and its retry time', async () => {
  const origin = await serverWith((_request, response) => {
    response
      .writeHead(429, { 'retry-after': '5', 'content-type': 'application/problem+json' })
      .end('{"a":1}');
  });
  const answer = await makeSyncProxy(origin, nodeFetch).forward(new Request('app://ghiseu/sync/welcome'));
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    429,
    '5',
    { a: 1 },
  ]);
});

test('a server that is down is a network error to the page, as in a browser', async () => {
  const proxy = makeSyncProxy('http://127.0.0.1:1', nodeFetch);
  expect((await proxy.forward(new Request('app://ghiseu/sync/welcome'))).type).toBe('error');
});

interface PokeServer {
  origin: string;
  /** Resolves when the device's connection is closed. */
  closed: Promise<void>;
}

async function pokeServer(): Promise<PokeServer> {
  let resolve = () => {};
  const closed = new Promise<void>((done) => {
    resolve = done;
  });
  const origin = await serverWith((request, response) => {
    request.on('close', () => resolve());
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: {"collections":["accounts"]}\n\n');
  });
  return { origin, closed };
}

test('a poke passes while the stream stays open, and a page that stops listening frees the connection', async () => {
  const { origin, closed } = await pokeServer();
  const answer = await makeSyncProxy(origin, nodeFetch).forward(new Request('app://ghiseu/sync/stream'));
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toContain('"accounts"');
  await reader?.cancel();
  await closed;
});

test('a reloaded page leaves no stream behind', async () => {
  const { origin, closed } = await pokeServer();
  const proxy = makeSyncProxy(origin, nodeFetch);
  const answer = await proxy.forward(new Request('app://ghiseu/sync/stream'));
  const reading = answer.text();
  proxy.abortAll();
  await expect(reading).rejects.toThrow();
  await closed;
});

test('a server that dies in the middle of an answer is an error, not a short answer', async () => {
  const origin = await serverWith((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('[1,', () => response.destroy());
  });
  const answer = await makeSyncProxy(origin, nodeFetch).forward(
    new Request('app://ghiseu/sync/pull/accounts'),
  );
  await expect(answer.text()).rejects.toThrow();
});

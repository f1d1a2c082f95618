/*
 * The page asks for app://ghiseu/sync/…; the main process asks the central server. So the page's addresses are relative
 * everywhere, its policy stays 'self', and no server needs to allow a foreign origin. Bodies stream both ways; the poke
 * stream stays open for hours.
 */

/** Electron's `net.fetch`, or any other. */
export type Fetch = (url: string, init: RequestInit & { duplex?: 'half' }) => Promise<Response>;

/** What the page itself says; what its browser adds (cookies, origin, lengths) is not for the server. */
const requestHeaders = ['accept', 'authorization', 'content-type', 'last-event-id'];
const isOurs = (name: string) => requestHeaders.includes(name) || name.startsWith('ghiseu-');
/** Not passed back: cookies, and lengths and encodings that no longer hold once the body is decoded. */
const keptByUs = ['set-cookie', 'content-encoding', 'content-length', 'transfer-encoding', 'connection'];

export interface SyncProxy {
  forward(request: Request): Promise<Response>;
  /** Ends every exchange under way, as when the page that asked is gone. */
  abortAll(): void;
}

export const isSyncPath = (url: string): boolean => new URL(url).pathname.startsWith('/sync/');

/** Forwards to the server at `serverOrigin`. Without an answer the page gets a network error, as in a browser. */
export function makeSyncProxy(serverOrigin: string, fetch: Fetch): SyncProxy {
  const open = new Set<AbortController>();
  return {
    async forward(request) {
      const exchange = new AbortController();
      open.add(exchange);
      try {
        const answer = await fetch(
          targetOf(serverOrigin, request.url),
          requestInit(request, exchange.signal),
        );
        return passedOn(answer, exchange, () => open.delete(exchange));
      } catch {
        open.delete(exchange);
        return Response.error();
      }
    },
    abortAll() {
      for (const exchange of open) exchange.abort();
      open.clear();
    },
  };
}

function targetOf(serverOrigin: string, url: string): string {
  const { pathname, search } = new URL(url);
  return `${serverOrigin}${pathname}${search}`;
}

function requestInit(request: Request, signal: AbortSignal): RequestInit & { duplex?: 'half' } {
  const headers = new Headers([...request.headers].filter(([name]) => isOurs(name)));
  const { method, body } = request;
  const init: RequestInit = {
    method,
    headers,
    signal,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  };
  return body === null ? init : { ...init, body, duplex: 'half' };
}

/** The answer with a body whose cancelling ends the exchange: a body handed on as it is leaves it open for ever. */
function passedOn(answer: Response, exchange: AbortController, ended: () => void): Response {
  const headers = new Headers(answer.headers);
  for (const name of keptByUs) headers.delete(name);
  const { status, statusText } = answer;
  if (answer.body === null) {
    ended();
    return new Response(null, { status, statusText, headers });
  }
  return new Response(cancellable(answer.body, exchange, ended), { status, statusText, headers });
}

function cancellable(
  body: ReadableStream<Uint8Array>,
  exchange: AbortController,
  ended: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        ended();
        controller.close();
      } catch (error) {
        ended();
        controller.error(error);
      }
    },
    cancel() {
      ended();
      exchange.abort();
    },
  });
}

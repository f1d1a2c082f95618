import { once } from 'node:events';
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { routes } from '../../../shared/sync/routes';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** One request of a device on its way to the server. */
export interface Passing {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
  response: ServerResponse;
  /** Breaks the connection to the device. */
  cut(): void;
}

/** What is done with each request; the stream of pokes is asked for apart, because it has no end. */
export interface Handling {
  exchange(passing: Passing): Promise<void>;
  /** How long a stream may live, in ms; null: as long as both sides like. */
  streamLifeMs(): number | null;
}

/** An HTTP proxy before one server whose every request is handled by a scenario. */
export class HttpProxy {
  readonly #port: () => number;
  readonly #handling: Handling;
  readonly #server: Server;

  private constructor(port: () => number, handling: Handling) {
    this.#port = port;
    this.#handling = handling;
    this.#server = createServer((request, response) => {
      response.on('error', () => undefined);
      request.on('error', () => undefined);
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  static async begin(port: () => number, handling: Handling): Promise<HttpProxy> {
    const proxy = new HttpProxy(port, handling);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Sends a request to the server and gives its whole reply. */
  forward(passing: Pick<Passing, 'method' | 'path' | 'headers' | 'body'>): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const upstream = ask(this.#toServer(passing), (reply) => {
        readBody(reply).then((body) => {
          resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body });
        }, reject);
      });
      upstream.on('error', reject);
      upstream.end(passing.body);
    });
  }

  /** Sends the head and a part of the body, then breaks the connection to the server. */
  forwardTorn(passing: Passing, bytes: number): Promise<void> {
    return new Promise((resolve) => {
      const upstream = ask(this.#toServer(passing));
      upstream.on('error', () => resolve());
      upstream.on('response', (reply) => reply.resume());
      upstream.write(passing.body.subarray(0, bytes), () => {
        upstream.destroy();
        resolve();
      });
    });
  }

  #toServer({ method, path, headers, body }: Pick<Passing, 'method' | 'path' | 'headers' | 'body'>) {
    const { connection: _, 'transfer-encoding': __, ...kept } = headers;
    const length = method === 'GET' ? {} : { 'content-length': String(body.length) };
    return { host: '127.0.0.1', port: this.#port(), method, path, headers: { ...kept, ...length } };
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request;
    if (path.startsWith(routes.stream)) return this.#stream(request, response);
    const body = await readBody(request);
    const cut = (): void => void response.destroy();
    await this.#handling.exchange({ method, path, headers, body, response, cut });
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    const { method = 'GET', url: path = '/', headers } = request;
    const lifeMs = this.#handling.streamLifeMs();
    const timer = lifeMs === null ? null : setTimeout(() => response.destroy(), lifeMs);
    const upstream = ask(this.#toServer({ method, path, headers, body: Buffer.alloc(0) }), (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on('error', () => response.destroy());
      reply.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    response.once('close', () => {
      if (timer) clearTimeout(timer);
      upstream.destroy();
    });
    upstream.end();
  }
}

export function sendReply({ response }: Passing, { status, headers, body }: Reply): void {
  const { 'transfer-encoding': _, connection: __, 'keep-alive': ___, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': String(body.length) });
  response.end(body);
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import type { OpfsAnswer, OpfsRequest } from './requests';

/** A page with nothing but the journal's worker, on an address of its own. */
export class JournalPage {
  readonly url: string;
  readonly #http: Server;

  private constructor(http: Server) {
    this.#http = http;
    this.url = `http://localhost:${(http.address() as AddressInfo).port}/`;
  }

  static async begin(): Promise<JournalPage> {
    const script = await bundled('test/e2e/support/opfs/worker.ts');
    const http = createServer((request, response) => {
      const isScript = request.url === '/worker.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? script : '<!doctype html><title>journal</title>');
    });
    await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve));
    return new JournalPage(http);
  }

  /** As a start of the application: a new page, a new worker. */
  async start(page: Page): Promise<void> {
    await page.goto(this.url);
    await page.evaluate(() => {
      Object.assign(globalThis, { journal: new Worker('/worker.js', { type: 'module' }) });
    });
  }

  async end(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
  }
}

/** Asks the page's worker. */
export const ask = (page: Page, request: OpfsRequest): Promise<OpfsAnswer> =>
  page.evaluate(
    (asked) =>
      new Promise<OpfsAnswer>((resolve, reject) => {
        const { journal } = globalThis as unknown as { journal: Worker };
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        journal.onerror = ({ message }) => reject(new Error(message));
        journal.postMessage(asked, [port2]);
      }),
    request,
  );

async function bundled(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'worker' }, minify: false },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('the worker was not built');
  return chunk.code;
}

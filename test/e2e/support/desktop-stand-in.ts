import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Page } from '@playwright/test';
import type { Channel } from '../../../shared/ipc/channels';
import { journalPortMessage } from '../../../shared/ipc/kiosk-bridge';
import { answerCall, type ChannelHandlers } from '../../../src-main/channels/answer-call';
import { type JournalFiles, openJournalFiles } from '../../../src-main/journal/journal-files';
import { JournalService } from '../../../src-main/journal/journal-service';
import { describeMachine, readMachineFacts } from '../../../src-main/machine';
import { servePageFile } from '../../../src-main/page/page-files';
import { isSyncPath, makeSyncProxy } from '../../../src-main/page/sync-proxy';
import { makeSecretStore } from '../../../src-main/secret/secret-store';

/*
 * The desktop without Electron's binary: the main process's own parts in this process, the built preload and page in
 * Chromium. Only what Electron itself does is stood in for: its protocol by HTTP, its channels by Playwright's bindings.
 */
export class DesktopStandIn {
  readonly url: string;
  /** What the page wanted and its content security policy refused. */
  readonly violations: string[] = [];
  readonly #folder: string;
  readonly #http: Server;
  readonly #files: JournalFiles;
  readonly #handlers: ChannelHandlers;
  readonly #journal: JournalService;

  private constructor(folder: string, http: Server, files: JournalFiles) {
    this.url = `http://localhost:${(http.address() as AddressInfo).port}`;
    this.#folder = folder;
    this.#http = http;
    this.#files = files;
    this.#journal = new JournalService({ ...files, tell: console.error });
    const keyStore = { protects: async () => false, seal: unused, unseal: unused };
    const path = join(folder, 'secret.json');
    const secrets = makeSecretStore({ path, keyStore, refusePlain: false, warn: () => {} });
    this.#handlers = {
      'machine:describe': () => describeMachine(readMachineFacts(null)),
      'secret:load': () => secrets.load(),
      'secret:save': (secret) => secrets.save(secret),
      'slip:print': () => 'not-available',
      'app:quit': () => {},
    };
  }

  static async begin(serverOrigin: string): Promise<DesktopStandIn> {
    const folder = await mkdtemp(join(tmpdir(), 'ghiseu-desktop-'));
    const proxy = makeSyncProxy(serverOrigin, (url, init) => fetch(url, init));
    const http = createServer((request, response) => {
      answer(request, proxy.forward)
        .then((reply) => send(reply, response))
        .catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve));
    return new DesktopStandIn(folder, http, await openJournalFiles(join(folder, 'journal')));
  }

  /** Puts the preload and what it needs of Electron before the page's own scripts. */
  async prepare(page: Page): Promise<void> {
    const sender = { url: 'app://ghiseu/', parent: null };
    await page.exposeFunction('standInInvoke', (channel: Channel, args: unknown[]) =>
      answerCall(this.#handlers, { channel, sender, args }),
    );
    await page.exposeFunction('standInJournal', (message: unknown) => this.#journal.answer(message));
    await page.addInitScript({ content: preloadScript() });
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.violations.push(message.text());
    });
  }

  /** The lines of the journal's file. */
  async journalLines(): Promise<string[]> {
    return (await readFile(journalPath(this.#folder), 'utf8')).split('\n').filter((line) => line !== '');
  }

  async end(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
    await this.#files.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const journalPath = (folder: string): string => join(folder, 'journal/submissions.journal');
const unused = () => Promise.reject(new Error('this machine has no key store'));

/** What Electron's protocol handler does, for a request that came by HTTP. */
async function answer(
  request: IncomingMessage,
  forward: (request: Request) => Promise<Response>,
): Promise<Response> {
  const url = `app://ghiseu${request.url}`;
  if (request.url === '/sw.js') return new Response(null, { status: 404 }); // no service worker under app://
  if (!isSyncPath(url)) return servePageFile('dist/renderer', new Request(url));
  const { method = 'GET' } = request;
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, String(value)] as [string, string],
  );
  const body = method === 'GET' ? {} : { body: Readable.toWeb(request) as BodyInit, duplex: 'half' as const };
  return forward(new Request(url, { method, headers, ...body }));
}

async function send(reply: Response, response: ServerResponse): Promise<void> {
  if (reply.type === 'error') return void response.destroy(); // a network error, as Electron makes of it
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  response.flushHeaders();
  if (reply.body === null) return void response.end();
  await pipeline(Readable.fromWeb(reply.body as Parameters<typeof Readable.fromWeb>[0]), response);
}

/** The built preload as it is, with a `require` that knows as much of Electron as it uses; what is shown is frozen. */
function preloadScript(): string {
  return `(() => {
    if (window !== window.top || location.protocol !== 'http:') return;
    const heard = {};
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => { window[name] = Object.freeze(api); } },
      ipcRenderer: {
        invoke: (channel, ...args) => window.standInInvoke(channel, args),
        on: (name, listener) => { heard[name] = listener; },
      },
    };
    (function (require, module, exports) { ${readFileSync('dist/preload/preload.cjs', 'utf8')} })(() => electron, {}, {});
    addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = async ({ data }) => port1.postMessage(await window.standInJournal(data));
      heard['${journalPortMessage}']({ ports: [port2] });
    });
  })();`;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Row {
  id: string;
  [field: string]: unknown;
}

const revision = '1-00000000000000000000000000000001';

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const json = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
  response.end(json);
}

/** The part of CouchDB's replication protocol that a pull asks for, over rows held in memory. */
class CouchDatabase {
  readonly #rows: Row[];
  readonly #byId: Map<string, Row>;

  constructor(rows: Row[]) {
    this.#rows = rows;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
  }

  handle(path: string, query: URLSearchParams, body: unknown): { status: number; body: unknown } {
    if (path === '/couch/') return { status: 200, body: { db_name: 'couch', update_seq: this.#rows.length } };
    if (path.startsWith('/couch/_local/'))
      return { status: 404, body: { error: 'not_found', reason: 'missing' } };
    if (path === '/couch/_changes') return { status: 200, body: this.#changes(query) };
    if (path === '/couch/_bulk_get') return { status: 200, body: this.#bulkGet(body) };
    return { status: 404, body: { error: 'not_found', reason: path } };
  }

  #changes(query: URLSearchParams) {
    const since = Number(query.get('since') ?? 0);
    const page = this.#rows.slice(since, since + Number(query.get('limit') ?? 1000));
    const results = page.map(({ id }, place) => ({
      seq: since + place + 1,
      id,
      changes: [{ rev: revision }],
    }));
    const last = since + page.length;
    return { results, last_seq: last, pending: this.#rows.length - last };
  }

  #bulkGet(body: unknown) {
    const { docs } = body as { docs: { id: string }[] };
    const revisions = { start: 1, ids: [revision.slice(2)] };
    return {
      results: docs.map(({ id }) => {
        const { id: _, ...fields } = this.#byId.get(id) ?? { id };
        return { id, docs: [{ ok: { ...fields, _id: id, _rev: revision, _revisions: revisions } }] };
      }),
    };
  }
}

/** Serves rows to PouchDB at `/couch/`, the rows themselves at `/rows`, and a page's files at the rest. */
export async function serveReference(
  rows: Row[],
  fileAt: (path: string) => Promise<{ type: string; body: Buffer } | null>,
) {
  const couch = new CouchDatabase(rows);
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => answer(response, 500, { error: String(error) }));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/couch')) {
      if (request.method === 'PUT') return answer(response, 201, { ok: true, id: url.pathname, rev: '0-1' });
      const reply = couch.handle(url.pathname, url.searchParams, await bodyOf(request));
      return answer(response, reply.status, reply.body);
    }
    if (url.pathname === '/rows') {
      const from = Number(url.searchParams.get('from'));
      return answer(response, 200, rows.slice(from, from + Number(url.searchParams.get('limit'))));
    }
    const file = await fileAt(url.pathname);
    if (!file) return answer(response, 404, { error: 'not_found' });
    response.writeHead(200, { 'content-type': file.type });
    response.end(file.body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

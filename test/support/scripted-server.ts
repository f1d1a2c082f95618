import type { Submission } from '../../shared/model/submission';
import type { CollectionName, PulledCollections } from '../../shared/sync/collections';
import type { Device, KioskServices } from '../../shared/sync/device';
import type { ProblemCode } from '../../shared/sync/problem';
import type { SealingKey } from '../../shared/sync/sealed-export';
import type { SubmissionAnswer } from '../../shared/sync/submissions';

interface Row {
  seq: number;
  document: { id: string };
}

/** A public key whose private half nobody has. */
const scriptedKey = {
  kty: 'EC',
  crv: 'P-256',
  kid: 'scripted',
  x: 'bDb6PsDbIjnzRrZmzNxghlODdKewB6H8AUc_tmZj2cw',
  y: 'CSTsyOU45vqExIUaikw-3R8b25B-1_0P_mU32QV4ACs',
};

type Documents = { [Name in CollectionName]?: PulledCollections[Name][] };

/** A server that says what a test wants it to say, through a `fetch` of its own. */
export class ScriptedServer {
  now = '2026-11-26T08:00:00.000Z';
  sealingKey: SealingKey = scriptedKey;
  lastSeq = 0;
  epoch = 'epoch-1';
  scopeVersion = 'scope-1';
  device: Device & { token: string } = {
    id: 'device-1',
    name: 'Ghișeu 1',
    surface: 'counter',
    offices: [{ id: 'office-1', name: 'Petroșani' }],
    token: 'a-token-of-at-least-twenty-characters',
  };
  /** What stands beside it, when it is a kiosk. */
  kiosk: KioskServices | null = null;
  password = 'parola-de-probă';
  down = false;
  /** Every request, as `METHOD path`. */
  readonly requests: string[] = [];
  readonly received: Submission[][] = [];
  answer: (submission: Submission) => SubmissionAnswer = ({ id }) => ({
    id,
    outcome: 'accepted',
    findings: [],
  });
  problem: (request: string) => { status: number; code: ProblemCode } | null = () => null;
  readonly #rows = new Map<CollectionName, Map<string, Row>>();
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #seq = 0;

  /** Documents change; devices hear of it. */
  put(documents: Documents): void {
    for (const [name, rows] of Object.entries(documents)) {
      for (const document of rows) this.#store(name as CollectionName, document);
    }
    this.poke(Object.keys(documents) as CollectionName[]);
  }

  remove(name: CollectionName, id: string): void {
    this.#store(name, { id, _deleted: true } as { id: string });
    this.poke([name]);
  }

  poke(collections: CollectionName[]): void {
    const event = new TextEncoder().encode(`data: ${JSON.stringify({ collections })}\n\n`);
    for (const stream of this.#streams) stream.enqueue(event);
  }

  /** The process is gone: nothing answers, and what was open is cut. */
  goDown(): void {
    this.down = true;
    for (const stream of this.#streams) stream.error(new TypeError('terminated'));
    this.#streams.clear();
  }

  readonly fetch: typeof fetch = async (input, init) => {
    await Promise.resolve();
    init?.signal?.throwIfAborted();
    const url = new URL(String(input), 'http://server');
    const request = `${init?.method ?? 'GET'} ${url.pathname}`;
    this.requests.push(request);
    if (this.down) throw new TypeError('fetch failed');
    const problem = this.problem(request);
    if (problem) return reply({ type: 'about:blank', title: problem.code, ...problem }, problem.status);
    return this.#answer(request, url, init ?? {});
  };

  #answer(request: string, url: URL, init: RequestInit): Response {
    const body: unknown = init.body ? JSON.parse(String(init.body)) : null;
    if (request === 'POST /sync/enrol') return this.#enrolled(body as { code: string });
    if (new Headers(init.headers).get('authorization') !== `Bearer ${this.device.token}`) {
      return reply({ type: 'about:blank', title: 'no token', status: 401, code: 'unauthenticated' }, 401);
    }
    if (request === 'POST /sync/welcome') return reply(this.#welcome());
    if (request === 'POST /sync/sign-in')
      return this.#signedIn(body as { userName: string; password: string });
    if (request === 'GET /sync/stream') return this.#stream(init.signal ?? null);
    if (request === 'POST /sync/submissions')
      return reply(this.#submitted(body as { submissions: Submission[] }));
    return reply(this.#page(url.pathname.split('/').at(-1) as CollectionName, url.searchParams));
  }

  #enrolled({ code }: { code: string }): Response {
    if (code !== 'COD-1') {
      return reply({ type: 'about:blank', title: 'no such code', status: 404, code: 'code-unknown' }, 404);
    }
    const { token, ...device } = this.device;
    const { sealingKey, lastSeq } = this;
    return reply({ device, token, sealingKey, lastSeq });
  }

  #welcome() {
    const { token, ...device } = this.device;
    const { epoch, scopeVersion, now: serverTime, sealingKey, lastSeq } = this;
    const counts = Object.fromEntries([...this.#rows].map(([name, rows]) => [name, rows.size]));
    return { device, serverTime, epoch, scopeVersion, counts, sealingKey, lastSeq, kiosk: this.kiosk };
  }

  #signedIn({ userName, password }: { userName: string; password: string }): Response {
    const people = [...(this.#rows.get('staff')?.values() ?? [])].map(({ document }) => document);
    const staff = people.find((person) => 'userName' in person && person.userName === userName);
    if (staff && password === this.password) return reply({ staff, serverTime: this.now });
    return reply({ type: 'about:blank', title: 'wrong', status: 401, code: 'wrong-credentials' }, 401);
  }

  #stream(signal: AbortSignal | null): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#streams.add(controller);
        signal?.addEventListener('abort', () => {
          if (this.#streams.delete(controller)) controller.error(signal.reason);
        });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  #submitted({ submissions }: { submissions: Submission[] }) {
    this.received.push(submissions);
    return { answers: submissions.map(this.answer), serverTime: this.now, epoch: this.epoch };
  }

  #page(name: CollectionName, query: URLSearchParams) {
    const checkpoint = query.get('checkpoint');
    const after = checkpoint ? Number((JSON.parse(checkpoint) as { all: number[] }).all[0]) : 0;
    const rows: Row[] = [];
    for (const row of this.#rows.get(name)?.values() ?? []) {
      if (row.seq > after && rows.push(row) === Number(query.get('limit'))) break;
    }
    return {
      documents: rows.map(({ document }) => document),
      checkpoint: { all: [rows.at(-1)?.seq ?? after, 0] },
      serverTime: this.now,
      epoch: this.epoch,
    };
  }

  #store(name: CollectionName, document: { id: string }): void {
    const rows = this.#rows.get(name) ?? new Map<string, Row>();
    this.#rows.set(name, rows);
    this.#seq += 1;
    rows.delete(document.id); // so that the map stays in the order of the changes
    rows.set(document.id, { seq: this.#seq, document });
  }
}

const reply = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

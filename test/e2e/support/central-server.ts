import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect, type Database } from '../../../src-server/db/connect';
import { prepareDemo } from '../../../src-server/demo/prepare-demo';
import { freePort } from '../../support/free-port';
import { newDatabase } from '../../support/template-databases';
import { demoWishes, sharedPostgresUrl } from './shared-postgres';
import { Simulators } from './simulators';

interface Parts {
  database: Database;
  simulators: Simulators | null;
  folder: string;
  databaseUrl: string;
  dropDatabase: () => Promise<void>;
}

/** The built server as a process of its own, on a real PostgreSQL that outlives it, with a small demo utility of its own. */
export class CentralServer {
  readonly url: string;
  readonly database: Database;
  /** What stands beside its kiosks; null: nothing does. */
  readonly simulators: Simulators | null;
  readonly mailFolder: string;
  readonly #databaseUrl: string;
  readonly #folder: string;
  readonly #dropDatabase: () => Promise<void>;
  #process: ChildProcess | null = null;

  private constructor(port: number, parts: Parts) {
    this.url = `http://localhost:${port}`;
    this.database = parts.database;
    this.simulators = parts.simulators;
    this.mailFolder = join(parts.folder, 'mail');
    this.#databaseUrl = parts.databaseUrl;
    this.#folder = parts.folder;
    this.#dropDatabase = parts.dropDatabase;
  }

  /** @param paying with a simulated card terminal and payment page beside the kiosk */
  static async begin({ paying = false } = {}): Promise<CentralServer> {
    const { url: databaseUrl, drop: dropDatabase } = await newDatabase(sharedPostgresUrl(), 'demo');
    const folder = await mkdtemp(join(tmpdir(), 'ghiseu-server-'));
    const simulators = paying ? await Simulators.begin(folder) : null;
    const database = connect(databaseUrl);
    if (simulators) await prepareDemo(database, { ...demoWishes(), ...simulators });
    const parts = { database, simulators, folder, databaseUrl, dropDatabase };
    const server = new CentralServer(await freePort(), parts);
    await server.start();
    return server;
  }

  /** Returns when the server answers. */
  async start(): Promise<void> {
    const { port } = new URL(this.url);
    const args = ['serve', '--port', port, '--mail-folder', this.mailFolder];
    const child = spawn(process.execPath, ['dist/server/ghiseu.js', ...args], {
      env: { ...process.env, DATABASE_URL: this.#databaseUrl, ...this.#pageSetting() },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    const lines = createInterface({ input: child.stdout });
    await Promise.race([
      once(lines, 'line'),
      once(child, 'exit').then(() => Promise.reject(new Error('The server ended before it answered.'))),
    ]);
    child.stdout.resume();
  }

  #pageSetting(): Record<string, string> {
    if (!this.simulators) return {};
    const { pageUrl, pageKey } = this.simulators;
    return { GHISEU_PAYMENT_PAGE_URL: pageUrl, GHISEU_PAYMENT_PAGE_KEY: pageKey };
  }

  /** Ends the process at once, as a crash does. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    await this.database.close();
    await this.#dropDatabase();
    await this.simulators?.end();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async rows<Row extends object>(query: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.database.pool.query(query, values)).rows;
  }
}

export interface Customer {
  accountId: string;
  clientCode: string;
  meterId: string;
  lastIndex: number;
}

/** Houses of Petroșani with one meter read by hand, a believable history and nothing sent this month. */
export async function plainCustomers(server: CentralServer, count: number): Promise<Customer[]> {
  return server.rows<Customer>(
    `select a.id as "accountId", a.client_code as "clientCode", m.id as "meterId", last.index as "lastIndex"
     from accounts a join meters m on m.account_id = a.id
     cross join lateral (select * from reading_revisions r where r.meter_id = m.id order by period desc limit 1) last
     where a.office_id = 'petrosani' and a.dwelling = 'house' and a.status = 'active' and not m.remote
       and m.status = 'installed' and last.source <> 'estimate' and last.period < to_char(now(), 'YYYY-MM')
       and last.index < 0.8 * 10 ^ m.digits
       and (select count(*) from meters o where o.account_id = a.id) = 1
     order by a.id limit $1`,
    [count],
  );
}

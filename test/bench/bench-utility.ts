import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { PROTOCOL_VERSION, protocolHeader } from '../../shared/sync/protocol';
import { PullResponse } from '../../shared/sync/pull';
import { routes } from '../../shared/sync/routes';
import { connect } from '../../src-server/db/connect';
import { migrate } from '../../src-server/db/migrate';
import { prepareDemo } from '../../src-server/demo/prepare-demo';
import { saveEnrolmentCode } from '../../src-server/devices/administer';
import { startPostgres } from '../../src-server/postgres/start-postgres';

/** A counter of every office: it holds the whole utility. */
export const everywhereCode = 'bench-everywhere';

/** The product's server processes on its own PostgreSQL with a utility of a size, all in a temporary folder. */
export async function startBenchUtility(accounts: number) {
  const folder = await mkdtemp(join(tmpdir(), 'ghiseu-bench-'));
  const postgres = await startPostgres(join(folder, 'data'));
  await fill(postgres.databaseUrl, accounts);
  const env = { ...process.env, DATABASE_URL: postgres.databaseUrl };
  const page = await builtPage('page', folder);
  const [pages, product] = await Promise.all([
    serve(['--import', 'tsx', 'test/bench/serve-page.ts', page], env),
    serve(['dist/server/ghiseu.js', 'serve', '--port', '0'], env),
  ]);
  return {
    folder,
    pageUrl: pages.url,
    productUrl: product.url,
    end: async () => {
      await Promise.all([pages.end(), product.end()]);
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(databaseUrl: string, accounts: number): Promise<void> {
  const database = connect(databaseUrl);
  const now = new Date().toISOString();
  await migrate(database.pool);
  await prepareDemo(database, { accounts, seed: 1, strictWindow: false, now });
  const code = {
    code: everywhereCode,
    deviceName: 'Bench',
    surface: 'counter',
    usesLeft: null,
    now,
  } as const;
  await saveEnrolmentCode(database.db, { ...code, officeIds: ['lupeni', 'petrosani'] });
  // Of the bills only the open ones are synced: they are not measured and would take most of the run.
  await database.pool.query(`delete from changes c where collection = 'payments' or exists (
    select from invoices i where c.collection = 'invoices' and i.id = c.document_id and i.outstanding_bani = 0)`);
  await database.close();
}

/** Builds one of the bench's pages. @returns its folder */
export async function builtPage(name: 'page' | 'reference', folder: string): Promise<string> {
  const outDir = join(folder, name);
  await build({
    configFile: false,
    root: `test/bench/${name}`,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  });
  return outDir;
}

async function serve(args: string[], env: NodeJS.ProcessEnv) {
  const child: ChildProcess = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('a server without output');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  child.stdout.resume();
  return {
    url: `http://localhost:${new URL(line.slice(line.indexOf('http'))).port}`,
    end: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Every account as a device pulls it. */
export async function pullAccounts(url: string): Promise<{ id: string }[]> {
  const enrolled = await fetch(`${url}${routes.enrol}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: everywhereCode }),
  });
  const { token } = await enrolled.json();
  const headers = { authorization: `Bearer ${token}`, [protocolHeader]: String(PROTOCOL_VERSION) };
  const accounts: { id: string }[] = [];
  for (let checkpoint = '{}'; ; ) {
    const query = new URLSearchParams({ limit: '5000', checkpoint });
    const page = PullResponse.parse(
      await (await fetch(`${url}${routes.pull('accounts')}?${query}`, { headers })).json(),
    );
    accounts.push(...page.documents);
    checkpoint = JSON.stringify(page.checkpoint);
    if (page.documents.length < 5000) return accounts;
  }
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testFlags } from './embedded-postgres';
import { freePort } from './free-port';

const run = promisify(execFile);
const installed = '/usr/lib/postgresql';

async function newestBin(): Promise<string | null> {
  if (!existsSync(installed)) return null;
  const versions = (await readdir(installed)).sort((a, b) => Number(b) - Number(a));
  const version = versions.find((name) => existsSync(join(installed, name, 'bin', 'initdb')));
  return version ? join(installed, version, 'bin') : null;
}

/** PostgreSQL refuses to run as root: its own user runs it then. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (userInfo().uid !== 0) return {};
  const number = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await number('-u'), gid: await number('-g') };
}

/** Keeps reading what the server says: an unread pipe would stop it. */
async function untilReady(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      log += String(chunk);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`The installed PostgreSQL did not start:\n${log}`)));
  });
}

/** Starts the operating system's PostgreSQL in a temporary folder; null where none is installed. */
export async function startDebianPostgres() {
  const bin = await newestBin();
  if (!bin) return null;
  const user = await unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'ghiseu-debian-postgres-'));
  await chmod(folder, 0o700);
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  await run(join(bin, 'initdb'), [`--pgdata=${cluster}`, ...flags], { ...user, cwd: folder });
  const port = await freePort();
  const flagsOfServer = ['-D', cluster, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...testFlags];
  const server = spawn(join(bin, 'postgres'), flagsOfServer, {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilReady(server);
  return {
    target: { name: `PostgreSQL in ${bin}`, url: `postgres://postgres@127.0.0.1:${port}/postgres` },
    stop: async () => {
      const exited = once(server, 'exit');
      server.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { folderProblem, OperatorProblem, systemCodeOf } from '../operator-problem';

/*
 * One Ghișeu a data folder. The lock file names a port of 127.0.0.1 on which its owner answers with the file's token
 * and its address: a process that was killed answers no more, whoever has its number now.
 */
export interface FolderLock {
  /** What a second start is told. */
  announce(url: string): void;
  release(): Promise<void>;
}

interface LockFile {
  token: string;
  port: number;
}

const answerTimeoutMs = 2000;

/** @throws OperatorProblem when another Ghișeu works on the folder, or it cannot be written */
export async function lockFolder(dataFolder: string): Promise<FolderLock> {
  const path = join(dataFolder, 'ghiseu.lock');
  const token = randomUUID();
  let url = '';
  const server = createServer((socket) => {
    socket.on('error', () => undefined); // the asker went away
    socket.end(`${token} ${url}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    makeFolder(dataFolder);
    await claim(path, { token, port: (server.address() as AddressInfo).port });
  } catch (error) {
    server.close();
    throw folderProblem(dataFolder, error) ?? error;
  }
  return {
    announce: (address) => {
      url = address;
    },
    release: () => release(server, path),
  };
}

/** Step by step: Node's own `recursive` never returns where the system says that a folder is neither there nor makeable. */
function makeFolder(folder: string): void {
  if (existsSync(folder) || folder === dirname(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

async function claim(path: string, own: LockFile): Promise<void> {
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx' });
      return;
    } catch (error) {
      if (systemCodeOf(error) !== 'EEXIST') throw error;
    }
    const owner = readLock(path);
    const answer = owner && (await ask(owner));
    if (answer) throw alreadyRunning(path, answer);
    rmSync(path, { force: true }); // left by a process that was killed
  }
}

function readLock(path: string): LockFile | null {
  try {
    const { token, port } = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockFile>;
    return typeof token === 'string' && typeof port === 'number' ? { token, port } : null;
  } catch {
    return null; // gone meanwhile, or torn by a full disk
  }
}

/** What the lock's owner says, `{url}`, or null when it is no more. */
function ask({ token, port }: LockFile): Promise<{ url: string } | null> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: answerTimeoutMs });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve(null));
    socket.on('close', () =>
      resolve(answer.startsWith(`${token} `) ? { url: answer.slice(token.length + 1) } : null),
    );
  });
}

function alreadyRunning(path: string, { url }: { url: string }): OperatorProblem {
  const where = url ? ` at ${url}` : ', and is just starting';
  return new OperatorProblem(
    `Ghișeu runs already on this data folder${where}. Use that one, stop it with Ctrl-C in its console, or name another folder with --data (${path} is its lock).`,
  );
}

async function release(server: Server, path: string): Promise<void> {
  rmSync(path, { force: true });
  server.close();
  await once(server, 'close');
}

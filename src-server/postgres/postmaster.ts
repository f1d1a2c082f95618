import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf } from '../operator-problem';

/** What a running PostgreSQL tells about itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number | null; // null while it is starting
  ready: boolean;
}

/** The process named in a cluster's `postmaster.pid`, whether it still runs or not; null without the file. */
export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  if (!Number.isSafeInteger(pid)) return null;
  return { pid, port: Number.isNaN(port) ? null : port, ready: lines[7]?.trim() === 'ready' };
}

/** Whether a PostgreSQL runs under this number. After a restart of the machine it may be anybody's. */
export function isPostgresAlive(pid: number): boolean {
  return isAlive(pid) && programOf(pid).includes('postgres');
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCodeOf(error) === 'EPERM'; // somebody else's, but there
  }
}

function programOf(pid: number): string {
  if (process.platform === 'linux') return programOnLinux(pid);
  const [program, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH']]
      : ['ps', ['-p', String(pid), '-o', 'comm=']];
  return spawnSync(program as string, args as string[], { encoding: 'utf8' }).stdout ?? '';
}

/** A zombie, ended but not yet collected by its parent, runs no program any more. */
function programOnLinux(pid: number): string {
  try {
    const [, program = '', state = ''] =
      /\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return state === 'Z' || state === 'X' ? '' : program;
  } catch {
    return ''; // it ended between the two questions
  }
}

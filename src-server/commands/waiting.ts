import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { SubmissionAnswer } from '../../shared/sync/submissions';
import { systemClock } from '../clock';
import { connect, type Database } from '../db/connect';
import { migrate } from '../db/migrate';
import { ImportProblem, importWaiting } from '../decide/import-waiting';
import { OperatorProblem, systemCodeOf } from '../operator-problem';
import { passwordMatches } from '../people/passwords';
import { staffByName } from '../people/sign-in';
import { dataOption } from './data-option';
import { withDatabase } from './use-database';

interface ImportOptions {
  data: string;
  user?: string;
  as?: string;
}

/** `ghiseu waiting import`: what waited on a device that cannot send it any more. */
export function waitingCommand(program: Command): void {
  program
    .command('waiting')
    .description('what waits on a device')
    .command('import')
    .description("import a device's export of what waits, under a supervisor's name")
    .argument('<file>', 'the sealed file that the device wrote')
    .option('--user <name>', 'the supervisor; asks for the password, or takes it from GHISEU_PASSWORD')
    .option('--as <name>', "instead of a supervisor: the operator's own name, for the record")
    .addOption(dataOption())
    .action(importFile);
}

async function importFile(file: string, { data, user, as }: ImportOptions): Promise<void> {
  if ((user === undefined) === (as === undefined)) {
    throw new OperatorProblem('Name who imports it: a supervisor with --user, or yourself with --as.');
  }
  const sealed = readExport(file);
  await withDatabase({ data, command: 'waiting import', use: 'shared' }, async (_client, url) => {
    const database = connect(url, { connections: 2 });
    try {
      await migrate(database.pool);
      const actor = user === undefined ? `operator:${as}` : await supervisor(database, user);
      const context = { database, clock: systemClock, watch: { changed: () => database.announce() } };
      const by = { actor, through: null };
      const wanted = { sealed, by, mostMs: Number.POSITIVE_INFINITY };
      const { deviceId, answers } = await importWaiting(context, wanted).catch((error: unknown) => {
        throw error instanceof ImportProblem ? wordsFor(file, error) : error;
      });
      console.log(`${file}: ${answers.length} submissions of device ${deviceId}: ${counted(answers)}.`);
    } finally {
      await database.close();
    }
  });
}

function readExport(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorProblem(`${file} cannot be read (${systemCodeOf(error) ?? 'unknown'}).`, error);
  }
}

const wordsFor = (file: string, problem: ImportProblem): OperatorProblem =>
  new OperatorProblem(
    problem.reason === 'other-server'
      ? `${file} was sealed for another server, or by a device that this one does not know. Nothing was imported.`
      : `${file} is no export of what waits on a device, or it is damaged. Nothing was imported.`,
    problem,
  );

/** @returns the supervisor's id */
async function supervisor(database: Database, userName: string): Promise<string> {
  const password = process.env.GHISEU_PASSWORD ?? (await askPassword(`Password of ${userName}: `));
  const person = await staffByName(database.db, userName);
  const matches = await passwordMatches(password, person?.passwordHash ?? null);
  if (!matches || !person?.active) throw new OperatorProblem('User name or password is wrong.');
  if (person.role !== 'supervisor') throw new OperatorProblem(`${userName} is not a supervisor.`);
  return person.id;
}

/** Asks on the terminal and shows nothing of what is typed. */
async function askPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new OperatorProblem('There is no terminal to ask for the password: set GHISEU_PASSWORD.');
  }
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stdout.write('\n');
  }
}

function counted(answers: readonly SubmissionAnswer[]): string {
  const count = (wanted: SubmissionAnswer['outcome']) =>
    answers.filter(({ outcome }) => outcome === wanted).length;
  return `${count('accepted')} accepted, ${count('held')} held, ${count('refused')} refused, ${count('not-recorded')} not recorded`;
}

import { Command, CommanderError } from 'commander';
import { OperatorProblem } from '../operator-problem';
import { backupCommand } from './backup';
import { customerCommand } from './customer';
import { demoCommand } from './demo';
import { deviceCommand } from './device';
import { mailCommand } from './mail';
import { paymentCommand } from './payment';
import { restoreCommand } from './restore';
import { serveCommand } from './serve';
import { simulateCommands } from './simulate';
import { waitingCommand } from './waiting';

export function buildProgram(): Command {
  const program = new Command('ghiseu')
    .description("Ghișeu, the water utility's counter: central server and its tools")
    .exitOverride() // before the commands are added, which take it over: the exit code is `run`'s
    .showHelpAfterError('(ghiseu --help tells what there is)');
  serveCommand(program);
  demoCommand(program);
  backupCommand(program);
  restoreCommand(program);
  waitingCommand(program);
  deviceCommand(program);
  paymentCommand(program);
  simulateCommands(program);
  customerCommand(program);
  mailCommand(program);
  return program;
}

/** Runs a command line and gives its exit code. What the operator can put right is one sentence; a defect shows itself whole. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync(argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode; // it has said why
    if (error instanceof OperatorProblem) console.error(error.message);
    else console.error('Ghișeu met something it does not know:', error);
    return 1;
  }
}

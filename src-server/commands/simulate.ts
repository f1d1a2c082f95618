import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { systemClock } from '../clock';
import { type CallbackMode, callbackModes } from '../payment-page/simulator/callbacks';
import { startPageSimulator } from '../payment-page/simulator/page-simulator';
import { type AnswerMode, answerModes } from '../terminal/simulator/behaviour';
import { startTerminalSimulator } from '../terminal/simulator/terminal-simulator';
import { listenProblem } from './listen';
import { portNumber, wholeNumber } from './options';
import { type Shutdown, untilEnded } from './shutdown';

interface TerminalOptions {
  port: number;
  answer: AnswerMode;
  memory: string;
  cardMs: number;
}

interface PageOptions {
  port: number;
  key: string;
  callbacks: CallbackMode;
}

/** `ghiseu simulate-terminal`, `ghiseu simulate-payment-page`: what stands beside a kiosk, of software. */
export function simulateCommands(program: Command): void {
  program
    .command('simulate-terminal')
    .description('a card terminal of software, to try and to test with; remembers what it charged')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 0)
    .addOption(
      new Option(
        '--answer <how>',
        'what becomes of a sale; ask: the amount says (…,01 …,02 …,03 or any other)',
      )
        .choices(answerModes)
        .default('ask'),
    )
    .option('--memory <file>', 'where it keeps what it did', 'data/simulated-terminal.jsonl')
    .option('--card-ms <number>', 'how long a customer takes, in ms', wholeNumber(0, 600_000), 1_500)
    .action((options: TerminalOptions) => untilEnded((shutdown) => simulateTerminal(options, shutdown)));
  program
    .command('simulate-payment-page')
    .description("the payment provider's page of software, to try and to test with")
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 0)
    .requiredOption('--key <key>', 'what it signs with, the server’s GHISEU_PAYMENT_PAGE_KEY')
    .addOption(
      new Option('--callbacks <how>', 'how it tells the server').choices(callbackModes).default('once'),
    )
    .action((options: PageOptions) => untilEnded((shutdown) => simulatePage(options, shutdown)));
}

const say = (sentence: string): void => console.log(sentence);
const host = '127.0.0.1';

/** What started it is gone: nobody would ever end it. */
function endWithParent(): void {
  if (!process.connected) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref(); // listened to, it would keep a simulator that has ended from exiting
}

async function simulateTerminal(options: TerminalOptions, shutdown: Shutdown): Promise<void> {
  const { port, answer, cardMs } = options;
  endWithParent();
  const memoryFile = resolve(options.memory);
  const simulator = await startTerminalSimulator({
    port,
    answer,
    memoryFile,
    cardMs,
    clock: systemClock,
    say,
  }).catch((error: unknown) => {
    throw listenProblem({ host, port }, error) ?? error;
  });
  await shutdown.add(() => simulator.close());
  console.log(`A simulated card terminal listens on ${host}:${simulator.port}, its memory is ${memoryFile}`);
}

async function simulatePage(options: PageOptions, shutdown: Shutdown): Promise<void> {
  const { port, key, callbacks } = options;
  endWithParent();
  const simulator = await startPageSimulator({ port, key, callbacks, clock: systemClock, say }).catch(
    (error: unknown) => {
      throw listenProblem({ host, port }, error) ?? error;
    },
  );
  await shutdown.add(() => simulator.close());
  console.log(`A simulated payment page listens on ${simulator.url}`);
}

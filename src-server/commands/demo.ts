import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Surface } from '../../shared/model/primitives';
import { systemClock } from '../clock';
import { connect } from '../db/connect';
import { migrate } from '../db/migrate';
import { demoDevices } from '../demo/demo-devices';
import { openPlace } from '../demo/open-place';
import { type PreparedDemo, prepareDemo } from '../demo/prepare-demo';
import { startSimulators } from '../demo/simulators';
import { mailSettings } from '../mail/mail-settings';
import { fullDiskProblem } from '../operator-problem';
import { startPostgres } from '../postgres/start-postgres';
import { demoWords } from './demo-words';
import { lockFolder } from './folder-lock';
import { checkPort } from './listen';
import { portNumber, wholeNumber } from './options';
import { showProgress } from './progress';
import { projectFolder } from './renderer-dir';
import { databaseProblem, runServer } from './run-server';
import { type Shutdown, untilEnded } from './shutdown';

interface DemoOptions {
  accounts: number;
  seed: number;
  port: number;
  data: string;
  strictWindow?: true;
  open: boolean;
  surface: Surface;
}

const host = 'localhost'; // a secure context for browsers, and for nobody else's machine

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('run everything on this machine with a believable utility')
    .option('--accounts <number>', 'customer accounts made on the first start', wholeNumber(1, 400_000), 2000)
    .option('--seed <number>', 'the same seed makes the same utility', wholeNumber(0, 1_000_000), 1)
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 4680)
    .option('--data <folder>', 'data folder, kept between starts', 'data/demo')
    .option('--strict-window', 'indexes from the 25th to the end of the month only')
    .option('--no-open', 'open no window')
    .addOption(
      new Option('--surface <surface>', 'what to open')
        .choices(['counter', 'self-service'])
        .default('counter'),
    )
    .action((options: DemoOptions) => untilEnded((shutdown) => start(options, shutdown)));
}

/** Each thing that was started adds how it ends: a start that fails or is interrupted midway ends what there is. */
async function start(options: DemoOptions, shutdown: Shutdown): Promise<void> {
  const dataFolder = resolve(options.data);
  const lock = await lockFolder(dataFolder);
  await shutdown.add(() => lock.release());
  await checkPort({ host, port: options.port });
  const postgres = await startPostgres(dataFolder);
  await shutdown.add(() => postgres.stop());
  const { terminalAddress, paymentPage, close } = await startSimulators(dataFolder);
  await shutdown.add(close);
  const { databaseUrl } = postgres;
  const prepared = await prepare(databaseUrl, { ...options, terminalAddress });
  const mailFolder = join(dataFolder, 'mail');
  const mail = mailSettings({}, mailFolder); // whatever is set for another server: nobody gets mail from a demo
  const server = await runServer({ databaseUrl, host, port: options.port, paymentPage, mail });
  await shutdown.add(() => server.close());
  const url = new URL(server.url);
  url.hostname = host;
  lock.announce(url.origin);
  const { accounts, customers } = prepared;
  const { strictWindow = false } = options;
  const beside = { terminalAddress, paymentPage: paymentPage.url, mailFolder };
  console.log(demoWords({ url: url.origin, dataFolder, accounts, customers, strictWindow, ...beside }));
  sayWhatIsKept(prepared, options);
  if (options.open) await open(url.origin, options, shutdown);
}

async function prepare(
  databaseUrl: string,
  options: DemoOptions & { terminalAddress: string },
): Promise<PreparedDemo> {
  const database = connect(databaseUrl, { connections: 2 });
  const { accounts, seed, strictWindow = false, terminalAddress } = options;
  const progress = showProgress({ what: 'Making the demo utility', unit: 'accounts' }, process.stdout);
  const onProgress = (done: number) => progress.show(done, accounts);
  try {
    await migrate(database.pool);
    const now = systemClock.now();
    return await prepareDemo(database, { accounts, seed, strictWindow, now, terminalAddress, onProgress });
  } catch (error) {
    throw fullDiskProblem(resolve(options.data), error) ?? databaseProblem(databaseUrl, error) ?? error;
  } finally {
    progress.end();
    await database.close();
  }
}

function sayWhatIsKept({ filled, accounts, seed }: PreparedDemo, wished: DemoOptions): void {
  if (filled || (accounts === wished.accounts && seed === wished.seed)) return;
  console.log(
    `  The data folder keeps its ${accounts} accounts of seed ${seed}; name another one with --data for others.\n`,
  );
}

async function open(serverUrl: string, { data, surface }: DemoOptions, shutdown: Shutdown): Promise<void> {
  const device = demoDevices.find((place) => place.surface === surface) ?? demoDevices[0];
  const opened = await openPlace({
    device,
    serverUrl,
    dataFolder: resolve(data),
    project: projectFolder(),
    env: process.env,
  });
  await shutdown.add(opened.close);
  console.log(`  ${opened.sentence}\n`);
}

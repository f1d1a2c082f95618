import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildParts } from './build-parts';
import { ensureChromium } from './find-chromium';

/*
 * `npm test`: everything, in the order in which a failure says most. The browser is looked for first, so that a machine
 * without one is told at once. The browser tests and the chaos tests wait for much and leave each other room, so they run
 * beside each other; what chaos says is printed once it is over.
 */
interface Step {
  title: string;
  args: string[];
}

const env = {
  ...process.env,
  CHROMIUM: ensureChromium(),
  SEED: process.env.SEED ?? String(Math.trunc(Math.random() * 2 ** 31)),
};

const build: Step = {
  title: 'build',
  args: ['tsx', 'scripts/build.ts', '--if-stale', ...buildParts.map(({ name }) => name)],
};
const vitest: Step = { title: 'unit, property, contract and sync tests', args: ['vitest', 'run'] };
const endToEnd: Step = { title: 'end-to-end tests in Chromium', args: ['playwright', 'test'] };
const chaos: Step = {
  title: 'chaos, in its short form',
  args: ['tsx', 'test/chaos/chaos.ts', '--short', '--seed', env.SEED],
};

const begin = ({ args }: Step, stdio: SpawnOptions['stdio']) =>
  spawn('npx', args, { stdio, env, shell: process.platform === 'win32' });

const announce = ({ title }: Step): void => console.log(`\n── ${title}`);

async function run(step: Step): Promise<void> {
  announce(step);
  end([[step, await exitOf(begin(step, 'inherit'))]]);
}

async function runBeside(shown: Step, quiet: Step): Promise<void> {
  const beside = begin(quiet, ['inherit', 'pipe', 'pipe']);
  const said: Buffer[] = [];
  for (const stream of [beside.stdout, beside.stderr])
    stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const besideExit = exitOf(beside);
  announce(shown);
  const exit = await exitOf(begin(shown, 'inherit'));
  const quietExit = await besideExit;
  announce(quiet);
  process.stdout.write(Buffer.concat(said));
  end([
    [shown, exit],
    [quiet, quietExit],
  ]);
}

/** @returns the exit code; null when a signal ended it */
async function exitOf(child: ReturnType<typeof begin>): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** Stops the whole run when one of them failed. */
function end(exits: [Step, number | null][]): void {
  const failed = exits.filter(([, code]) => code !== 0);
  for (const [{ title }] of failed) console.error(`${title}: failed.`);
  const [first] = failed;
  if (first) process.exit(first[1] ?? 1);
}

console.log(`Properties run with SEED=${env.SEED}.`);
await run(build);
await run(vitest);
await runBeside(endToEnd, chaos);

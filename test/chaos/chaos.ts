import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { Random } from './support/random';
import { type Scenario, type ScenarioContext, Tally } from './support/scenario';
import { table } from './support/table';
import { Undo } from './support/undo';

/*
 * `npm run chaos`: kills and breaks what a counter, a server and their network can lose, round after round, and counts what
 * was lost or doubled. Everything random comes from the seed that is printed first.
 */
interface Options {
  rounds?: number;
  seed: number;
  only?: string[];
  short: boolean;
}

interface Result {
  name: string;
  rounds: number;
  lost: number;
  doubled: number;
  other: number;
  met: boolean;
}

const resultsFile = 'chaos-results.json';

const whole = (text: string): number => {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
};

async function readScenarios(): Promise<Scenario[]> {
  const folder = join(import.meta.dirname, 'scenarios');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const read = await Promise.all(
    files.map(async (file) => ((await import(join(folder, file))) as { scenario: Scenario }).scenario),
  );
  return read.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function chosen(scenarios: readonly Scenario[], only: readonly string[] | undefined): Scenario[] {
  const names = scenarios.map(({ name }) => name);
  const unknown = (only ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    program.error(`There is no scenario ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  return only ? only.map((name) => scenarios[names.indexOf(name)] as Scenario) : [...scenarios];
}

function roundsOf(scenario: Scenario, { rounds, short }: Options): number {
  return Math.max(1, rounds ?? (short ? scenario.shortRounds : scenario.rounds));
}

interface Run {
  row: (string | number)[];
  result: Result;
}

async function runOne(scenario: Scenario, options: Options): Promise<Run> {
  const { name } = scenario;
  const rounds = roundsOf(scenario, options);
  const tally = new Tally();
  const undo = new Undo();
  running = undo;
  const beganMs = Date.now();
  console.log(`\n── ${name}: ${rounds} × ${scenario.round}`);
  const context: ScenarioContext = {
    ...{ rounds, tally, undo, short: options.short },
    random: (round) => new Random(options.seed, name, round),
    say: (line) => console.log(`   ${String(secondsSince(beganMs)).padStart(4)} s  ${line}`),
  };
  const did = await scenario.run(context).catch((error: unknown) => {
    tally.other(0, error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 'did not come to its end';
  });
  await undo.run();
  const [lost, doubled, other] = (['lost', 'doubled', 'other'] as const).map((kind) => tally.count(kind)) as [
    number,
    number,
    number,
  ];
  const met = tally.troubles.length === 0;
  if (!met) tellTroubles(scenario, tally, { ...options, rounds });
  const seconds = secondsSince(beganMs);
  console.log(`   ${met ? 'met' : 'NOT MET'} in ${seconds} s: ${did}`);
  return {
    row: [name, did, rounds, lost, doubled, other, met ? 'yes' : 'NO', seconds],
    result: { name, rounds, lost, doubled, other, met },
  };
}

function writeResults(runs: readonly Run[]): void {
  const results = runs.map(({ result }) => result);
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nWritten to ${resultsFile}.`);
}

const secondsSince = (beganMs: number): number => Math.round((Date.now() - beganMs) / 1000);

const mostTold = 20;

function tellTroubles({ name }: Scenario, { troubles }: Tally, options: Options & { rounds: number }): void {
  const told = new Map<string, number>(); // the same words once, with how often
  for (const { round, kind, what } of troubles) {
    const words = `${kind} in round ${round}: ${what}`;
    told.set(words, (told.get(words) ?? 0) + 1);
  }
  for (const [words, times] of [...told].slice(0, mostTold))
    console.error(`   ${words}${times > 1 ? ` (${times} times)` : ''}`);
  if (told.size > mostTold) console.error(`   … and ${told.size - mostTold} more`);
  const short = options.short ? ' --short' : '';
  const again = `npm run chaos -- --only ${name} --seed ${options.seed} --rounds ${options.rounds}${short}`;
  console.error(`   To repeat it: ${again} (it broke in round ${troubles[0]?.round})`);
}

let running = new Undo();

/** Ctrl-C: what the scenario started is ended before this process is. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    console.error(`\n${signal}: ending what was started …`);
    void running.run().then(() => process.exit(130));
  });
}

process.on('uncaughtException', (error) => {
  console.error('The run itself broke:', error);
  void running.run().then(() => process.exit(1));
});

const program = new Command('chaos')
  .description('breaks processes, disks, networks and clocks and counts what was lost')
  .option('--rounds <number>', 'rounds of each scenario instead of its own number', whole)
  .option('--seed <number>', 'repeats a run', whole, Math.trunc(Math.random() * 2 ** 31))
  .option('--only <names>', 'only these scenarios, with commas between them', (text: string) =>
    text.split(','),
  )
  .option('--short', 'a few rounds each, with fewer devices and submissions', false)
  .parse();

const options = program.opts<Options>();
console.log(`Seed ${options.seed} (repeat this run with --seed ${options.seed}).`);
const scenarios = chosen(await readScenarios(), options.only);
const runs: Run[] = [];
for (const scenario of scenarios) runs.push(await runOne(scenario, options));

console.log(`\nSeed ${options.seed}\n`);
console.log(
  table(
    ['scenario', 'what was done', 'rounds', 'lost', 'doubled', 'other', 'met', 's'],
    runs.map(({ row }) => row),
  ),
);
console.log('\nWhat each proves, and what it does not:');
for (const { name, proves } of scenarios) console.log(`  ${name}: ${proves}`);
if (!options.short) writeResults(runs); // a short run must not take the place of a whole one's
process.exit(runs.every(({ result }) => result.met) ? 0 : 1);

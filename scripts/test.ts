import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { buildParts } from './build-parts';
import { ensureChromium } from './find-chromium';

/*
 * `npm test`: everything, in the order in which a failure says most. The browser is looked for first, so that a machine
 * without one is told at once. The short chaos goes beside the end-to-end tests: each leaves the other room where it waits.
 */
interface Step {
  title: string;
  command: string;
  args: string[];
}

const seed = process.env.SEED ?? String(Math.trunc(Math.random() * 2 ** 31));
const common = {
  env: { ...process.env, CHROMIUM: ensureChromium(), SEED: seed },
  shell: process.platform === 'win32',
};
const failed: string[] = [];

/** Says what it says at once. */
async function run({ title, command, args }: Step): Promise<void> {
  console.log(`\n── ${title}`);
  await endOf(spawn(command, args, { ...common, stdio: 'inherit' }), title);
}

/** Says what it has to say when something else is done. */
async function runBeside(other: Promise<void>, { title, command, args }: Step): Promise<void> {
  const child = spawn(command, args, { ...common, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), endOf(child, title), other]);
  console.log(`\n── ${title}\n${said}`);
}

async function endOf(child: ChildProcess, title: string): Promise<void> {
  const [code] = await once(child, 'exit');
  if (code !== 0) failed.push(title);
}

function stopIfFailed(): void {
  for (const title of failed) console.error(`${title}: failed.`);
  if (failed.length > 0) process.exit(1);
}

console.log(`Properties run with SEED=${seed}.`);
await run({
  title: 'build',
  command: 'npx',
  args: ['tsx', 'scripts/build.ts', '--if-stale', ...buildParts.map(({ name }) => name)],
});
stopIfFailed();
await run({ title: 'unit, property, contract and sync tests', command: 'npx', args: ['vitest', 'run'] });
stopIfFailed();
const endToEnd = run({ title: 'end-to-end tests in Chromium', command: 'npx', args: ['playwright', 'test'] });
await runBeside(endToEnd, {
  title: 'chaos, in its short form',
  command: 'npx',
  args: ['tsx', 'test/chaos/chaos.ts', '--short', '--seed', seed],
});
stopIfFailed();

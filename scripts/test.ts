import { spawnSync } from 'node:child_process';
import { buildParts } from './build-parts';
import { ensureChromium } from './find-chromium';

/*
 * `npm test`: everything, in the order in which a failure says most. The browser is looked for first, so that a machine
 * without one is told at once.
 */
function run(title: string, command: string, args: string[], env: NodeJS.ProcessEnv): void {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`${title}: failed.`);
    process.exit(status ?? 1);
  }
}

const env = {
  ...process.env,
  CHROMIUM: ensureChromium(),
  SEED: process.env.SEED ?? String(Math.trunc(Math.random() * 2 ** 31)),
};
console.log(`Properties run with SEED=${env.SEED}.`);
run('build', 'npx', ['tsx', 'scripts/build.ts', '--if-stale', ...buildParts.map(({ name }) => name)], env);
run('unit, property, contract and sync tests', 'npx', ['vitest', 'run'], env);
run('end-to-end tests in Chromium', 'npx', ['playwright', 'test'], env);
run('chaos, in its short form', 'npx', ['tsx', 'test/chaos/chaos.ts', '--short', '--seed', env.SEED], env);

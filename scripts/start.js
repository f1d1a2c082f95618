import { spawnSync } from 'node:child_process';

/*
 * `npm start -- OPTION…`: the demo, built anew where it is stale. What only asks for help waits for no build. JavaScript,
 * so that the server runs in this very process, with nothing between it and Ctrl-C, and without a loader.
 */
const args = process.argv.slice(2);
const asksForHelp = args.some((arg) => arg === '--help' || arg === '-h');
const first = asksForHelp ? ['src-server/ghiseu.ts', 'demo', '--help'] : ['scripts/build.ts', '--if-stale'];

const { status } = spawnSync(process.execPath, ['--import', 'tsx', ...first], { stdio: 'inherit' });
if (asksForHelp || status !== 0) process.exit(status ?? 1);

const server = 'dist/server/ghiseu.js';
process.argv.splice(1, process.argv.length, server, 'demo', ...args);
await import(`../${server}`);

import { type BuildPart, buildParts, contentHash, isFresh, writeStamp } from './build-parts';

/*
 * `tsx scripts/build.ts [--if-stale] [NAME…]`: builds all that the product is made of, or those named.
 * With --if-stale only what changed since its last build.
 */
const args = process.argv.slice(2);
const ifStale = args.includes('--if-stale');
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !buildParts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${buildParts.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

for (const part of buildParts) {
  if (named.length === 0 ? !part.forTests : named.includes(part.name)) await buildPart(part);
}

async function buildPart(part: BuildPart): Promise<void> {
  const hash = contentHash(part);
  if (ifStale && isFresh(part, hash)) return;
  console.log(`Building ${part.name} …`);
  const { build } = await import('vite'); // only when there is something to build: a second start is quick
  await build({ configFile: part.config, logLevel: 'warn', mode: 'production' });
  writeStamp(part, hash); // last: a build that failed or was stopped is stale
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What tests start as a process: the server as it is shipped, which begins several times quicker than its source. */
export const builtServer = join('dist', 'server', 'ghiseu.js');

/** vitest's `globalSetup`: builds the server where its sources have changed. */
export function setup(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--if-stale', 'server'], {
    stdio: 'inherit',
  });
}

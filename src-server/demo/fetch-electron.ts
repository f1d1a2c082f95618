import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from './find-electron';

const patienceMs = 180_000; // about 100 MB over a slow line

/**
 * Lets Electron's own installer download its program, as its first run would, and gives the program; null where it
 * cannot be had. Its output goes nowhere: what matters is whether the program is there afterwards.
 */
export async function fetchElectron(project: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const installer = join(project, 'node_modules', 'electron', 'install.js');
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD || env.ELECTRON_OVERRIDE_DIST_PATH || !existsSync(installer))
    return null;
  const child = spawn(process.execPath, [installer], { env, stdio: 'ignore', timeout: patienceMs });
  await once(child, 'exit');
  return findElectron(project, env);
}

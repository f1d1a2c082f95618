import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's program, or null where it was not downloaded. Looks at the files alone: `require('electron')` would begin a
 * download or throw.
 */
export function findElectron(project: string, env: NodeJS.ProcessEnv): string | null {
  const packageFolder = join(project, 'node_modules', 'electron');
  const named = nameFrom(packageFolder);
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = override
    ? join(override, named ?? defaultName())
    : named && join(packageFolder, 'dist', named);
  return program && existsSync(program) ? program : null;
}

function nameFrom(packageFolder: string): string | null {
  const file = join(packageFolder, 'path.txt'); // written by the download
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function defaultName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Undo } from './undo';

/** A folder of this run's own, removed at its end. PostgreSQL, run by another user than root, can reach it. */
export async function temporaryFolder(undo: Undo, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `ghiseu-chaos-${name}-`));
  await chmod(folder, 0o755);
  undo.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this user alone (0700), as `mktemp -d` makes them, with what takes it away again. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'ghiseu-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

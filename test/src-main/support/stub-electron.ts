import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Marks the fuses in Electron's binary; then come a version, a count, and one byte a fuse. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/** A folder that the packer takes for an unpacked Electron, every fuse at 1. Nothing in it can run. */
export async function makeStubElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  for (const language of ['ro', 'en-US', 'hu'])
    await writeFile(join(folder, 'locales', `${language}.pak`), '');
  const fuses = Buffer.from([1, fuseCount, ...Buffer.from('1'.repeat(fuseCount))]);
  const binary = Buffer.concat([Buffer.from(`stub ${fuseSentinel}`), fuses, Buffer.from(' end')]);
  await writeFile(join(folder, 'electron'), binary, { mode: 0o755 });
}

/** The fuses of a packed binary, a character each: '1' on, '0' off. */
export function fusesOf(binary: Buffer): string {
  const wire = binary.subarray(binary.indexOf(fuseSentinel) + fuseSentinel.length);
  return wire.subarray(2, 2 + (wire[1] ?? 0)).toString();
}

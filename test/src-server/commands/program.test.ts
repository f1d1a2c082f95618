import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../../src-server/commands/program';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghiseu-test-'));
  said = [];
  const note = (...words: unknown[]) => {
    said.push(words.join(' '));
    return true;
  };
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.spyOn(process.stderr, 'write').mockImplementation(note);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `ghiseu ARGS`, which must fail, and gives what it said: one sentence or two, never a stack trace. */
async function complaint(...args: string[]): Promise<string> {
  expect(await run(['node', 'ghiseu', ...args])).toBe(1);
  const words = said.join('\n');
  expect(words).not.toMatch(/^\s+at /m);
  return words;
}

test('a port in use is named, with what to do, before anything else is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  try {
    const words = await complaint('demo', '--port', String(port), '--data', folder);
    expect(words).toMatch(`Port ${port} is in use by another program.`);
    expect(words).toContain('--port');
  } finally {
    other.close();
  }
});

test('a data folder that cannot be one is named', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(await complaint('demo', '--port', '0', '--data', join(file, 'demo'))).toContain(
    `${file}/demo is a file`,
  );
});

/** Places that let nobody make a folder, root included: in /proc there is no such thing, /sys forbids it. */
test.runIf(process.platform === 'linux').each(['/proc/ghiseu', '/sys/ghiseu'])(
  'a folder that cannot be written is named: %s',
  async (place) => {
    const words = await complaint('demo', '--port', '0', '--data', place);
    expect(words).toBe(
      `The data folder ${place} cannot be written. Give this user the right to write there, or name another folder with --data.`,
    );
  },
);

test('an option that is no number is explained', async () => {
  expect(await complaint('demo', '--accounts', 'many')).toContain(
    'It must be a whole number from 1 to 400000.',
  );
});

test("the utility's PostgreSQL that does not answer is named without its password", async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://ghiseu:secret@127.0.0.1:1/utility');
  const words = await complaint('serve', '--port', '0');
  expect(words).toBe(
    'PostgreSQL at 127.0.0.1:1/utility does not answer. Check DATABASE_URL and whether it runs.',
  );
});

test('a DATABASE_URL of another form is refused with the right one', async () => {
  vi.stubEnv('DATABASE_URL', 'utility');
  expect(await complaint('serve', '--port', '0')).toContain('postgresql://user@host:5432/database');
});

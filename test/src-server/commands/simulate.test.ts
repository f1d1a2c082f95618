import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { run } from '../../../src-server/commands/program';
import { builtServer } from '../../support/built-server';
import { temporaryFolder } from '../postgres/temporary-folder';

afterEach(() => {
  vi.restoreAllMocks();
  process.channel?.ref(); // a simulator lets go of its process's channel, which here is the test runner's
});

test('a simulator ends well with the process that started it', async () => {
  const folder = temporaryFolder();
  const memory = join(folder.path, 'terminal.jsonl');
  const args = [builtServer, 'simulate-terminal', '--memory', memory];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const [line] = child.stdout ? await once(child.stdout, 'data') : [];
  expect(String(line)).toContain('A simulated card terminal listens on 127.0.0.1:');
  child.disconnect();
  expect(await exited).toEqual([0, null]);
  folder.remove();
}, 60_000);

test('a port in use is named, with what to do', async () => {
  const words = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const folder = temporaryFolder();
  const memory = join(folder.path, 'terminal.jsonl');
  for (const args of [
    ['simulate-terminal', '--memory', memory],
    ['simulate-payment-page', '--key', 'a-key-of-sixteen-signs'],
  ])
    expect(await run(['node', 'ghiseu', ...args, '--port', String(port)])).toBe(1);
  expect(words.mock.calls.flat().join()).toContain(`Port ${port} is in use by another program.`);
  expect(words).toHaveBeenCalledTimes(2);
  other.close();
  folder.remove();
});

import { expect, test } from 'vitest';
import { Shutdown } from '../../../src-server/commands/shutdown';

test('what was started last ends first, once, and a failure stops nothing else', async () => {
  const ended: string[] = [];
  const shutdown = new Shutdown();
  await shutdown.add(() => void ended.push('lock'));
  await shutdown.add(() => Promise.reject(new Error('PostgreSQL did not stop')));
  await shutdown.add(async () => void ended.push('server'));
  await expect(shutdown.run()).rejects.toThrow('PostgreSQL did not stop');
  await expect(shutdown.run()).rejects.toThrow('PostgreSQL did not stop');
  expect(ended).toEqual(['server', 'lock']);
});

test('what is started while everything ends is ended at once, and the start goes no further', async () => {
  const ended: string[] = [];
  const shutdown = new Shutdown();
  await shutdown.run();
  await expect(shutdown.add(() => void ended.push('PostgreSQL'))).rejects.toThrow();
  expect(ended).toEqual(['PostgreSQL']);
});

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../../src-server/commands/folder-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghiseu-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second start learns where the first one is', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(/runs already .* just starting/);
  lock.announce('http://localhost:4680');
  await expect(lockFolder(folder)).rejects.toThrow(
    'runs already on this data folder at http://localhost:4680',
  );
  await lock.release();
  await (await lockFolder(folder)).release();
  expect(existsSync(join(folder, 'ghiseu.lock'))).toBe(false);
});

test('the lock of a start that was killed, or a torn one, is taken over', async () => {
  for (const left of ['{"token":"of the dead","port":1}', '{"tok', '']) {
    writeFileSync(join(folder, 'ghiseu.lock'), left);
    const lock = await lockFolder(folder);
    await lock.release();
  }
});

test('two starts at the same moment: one gets the folder', async () => {
  const outcomes = await Promise.allSettled([lockFolder(folder), lockFolder(folder), lockFolder(folder)]);
  const locks = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(locks).toHaveLength(1);
  for (const { value } of locks) await value.release();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askToKeepStorage } from '../../../src-renderer/data/persistent-storage';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('the browser is asked to keep the journal when the disk fills', async () => {
  const persist = vi.fn(async () => true);
  expect(await askToKeepStorage({ persist })).toBe(true);
  expect(persist).toHaveBeenCalledOnce();
  expect(console.warn).not.toHaveBeenCalled();
});

test.each<[string, Partial<StorageManager> | undefined]>([
  ['refuses', { persist: async () => false }],
  ['fails', { persist: () => Promise.reject(new Error('no')) }],
  ['cannot', undefined],
])('a browser that %s is told of and stops nothing', async (_, storage) => {
  expect(await askToKeepStorage(storage)).toBe(false);
  expect(console.warn).toHaveBeenCalledOnce();
});

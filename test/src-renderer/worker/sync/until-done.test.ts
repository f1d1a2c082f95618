import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilDone } from '../../../../src-renderer/worker/sync/until-done';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const failingTimes = (times: number) => {
  let left = times;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw new Error('the database does not answer');
  });
};

test('work that failed is done again a second later, and the log says once why', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const work = failingTimes(3);
  const done = untilDone('cases could not be read', work, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await done).toBe(true);
  expect(work).toHaveBeenCalledTimes(4);
  expect(log).toHaveBeenCalledOnce();
});

test('work that nobody waits for any more is given up', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const ended = new AbortController();
  const work = failingTimes(100);
  const done = untilDone('cases could not be read', work, ended.signal);
  await vi.advanceTimersByTimeAsync(1_500);
  ended.abort();
  expect(await done).toBe(false);
  expect(work).toHaveBeenCalledTimes(2);
});

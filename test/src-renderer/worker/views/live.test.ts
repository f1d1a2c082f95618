import { Subject } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { live } from '../../../../src-renderer/worker/views/live';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a value that could not be worked out for once is told a second later, without a trigger', async () => {
  let tries = 0;
  const told: number[] = [];
  const compute = async () => {
    tries += 1;
    if (tries <= 2) throw new DOMException('the connection to the database is lost', 'UnknownError');
    return tries;
  };
  const subscription = live(new Subject(), compute).subscribe((value) => told.push(value));
  await vi.advanceTimersByTimeAsync(999);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(told).toEqual([3]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(tries).toBe(3);
  subscription.unsubscribe();
});

test('nobody who has gone is worked for', async () => {
  let tries = 0;
  const compute = async (): Promise<number> => {
    tries += 1;
    throw new Error('the cache is closed');
  };
  const subscription = live(new Subject(), compute).subscribe();
  await vi.advanceTimersByTimeAsync(0);
  subscription.unsubscribe();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(tries).toBe(1);
});

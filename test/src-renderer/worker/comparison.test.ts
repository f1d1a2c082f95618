import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Comparison, type ComparisonSetting } from '../../../src-renderer/worker/compare/comparison';

const hourMs = 3_600_000;
const stopping = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  stopping.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A device whose local data fails at the first look, and whose kept values cannot be read. */
function troubledDevice(): ComparisonSetting {
  let looks = 0;
  const local = {
    building$: new BehaviorSubject(null),
    get cache() {
      looks += 1;
      if (looks === 1) throw new DOMException('the database is closing', 'InvalidStateError');
      return null;
    },
  };
  const kept = {
    get: async () => Promise.reject(new DOMException('not now', 'UnknownError')),
    put: async () => undefined,
  };
  const clock = {
    now: () => '2026-11-26T08:00:00.000Z',
    nowMs: () => Date.parse('2026-11-26T08:00:00.000Z'),
  };
  const connection = { whenReachable: async () => undefined };
  const setting = { connection, replications: {}, local, kept, clock, random: () => 0 };
  return setting as unknown as ComparisonSetting;
}

test('a comparison that fails is not shown as running, and is made again an hour later', async () => {
  const comparison = new Comparison(troubledDevice());
  void comparison.run(stopping.signal);
  await vi.advanceTimersByTimeAsync(1);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('failed'), expect.anything());
  expect(comparison.view$.value).toEqual({ last: null, running: false });
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(comparison.view$.value).toMatchObject({ last: { outcome: 'unfinished' }, running: false });
});

test('offline, nothing is said to be here of what was not counted', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const setting = {
    ...troubledDevice(),
    local: { building$: new BehaviorSubject(null), cache: { held: ['accounts'], table: () => null } },
    replications: { firstSync$: new BehaviorSubject({ complete: new Set(['accounts']) }) },
    connection: { exchange: () => Promise.reject(new Error('unreachable')) },
  };
  const comparison = new Comparison(setting as unknown as ComparisonSetting);
  await comparison.now();
  expect(comparison.view$.value.last).toMatchObject({
    outcome: 'unfinished',
    collections: [{ collection: 'accounts', here: null, atServer: null }],
  });
});

import type { Clock } from '../../src-server/clock';

export interface TestClock extends Clock {
  set(instant: string): void;
}

/** A clock that stands still until it is set. */
export function testClock(start: string): TestClock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms).toISOString(),
    nowMs: () => ms,
    set: (instant) => {
      ms = Date.parse(instant);
    },
  };
}

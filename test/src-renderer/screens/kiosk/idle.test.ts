import { expect, test } from 'vitest';
import { idleness } from '../../../../src-renderer/screens/kiosk/leaving/idle';

const times = { idleMs: 60_000, warningMs: 30_000 };

test.each([
  [0, { state: 'active' }],
  [59_999, { state: 'active' }],
  [60_000, { state: 'warning', leftMs: 30_000, share: 1 }],
  [75_000, { state: 'warning', leftMs: 15_000, share: 0.5 }],
  [90_000, { state: 'over' }],
])('after %i ms of quiet', (quietMs, state) => {
  expect(idleness(quietMs, times)).toEqual(state);
});

test('without a warning time it is over at once', () => {
  expect(idleness(60_000, { ...times, warningMs: 0 })).toEqual({ state: 'over' });
});

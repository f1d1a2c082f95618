import { expect, test } from 'vitest';
import { type ClockMemory, DeviceClock } from '../../../src-renderer/worker/clock';
import { MachineClock } from '../../support/device';

const start = '2026-11-30T08:00:00.000Z';
const minute = 60_000;

function clockOn(machine: MachineClock) {
  const kept: { memory: ClockMemory | null } = { memory: null };
  const clock = new DeviceClock(machine, (memory) => {
    kept.memory = memory;
  });
  return { clock, kept };
}

test('before the first contact the machine is believed, and the evidence says so', () => {
  const { clock } = clockOn(new MachineClock(start));
  expect(clock.capture()).toEqual({
    capturedAt: start,
    clock: { deviceTime: start, offsetMs: null, offsetAgeMs: null, restarted: false },
  });
});

test('a machine that is an hour behind captures at the server’s time, half the round trip allowed for', () => {
  const machine = new MachineClock('2026-11-30T07:00:00.000Z');
  const { clock } = clockOn(machine);
  const sentMs = machine.monotonicMs();
  machine.advance(200);
  clock.exchanged(start, sentMs);
  expect(clock.capture().capturedAt).toBe('2026-11-30T08:00:00.100Z');
  expect(clock.peek().clock.offsetMs).toBe(3_600_000 - 100);
});

test('a wall clock set back a month does not take the capture time back', () => {
  const machine = new MachineClock(start);
  const { clock } = clockOn(machine);
  clock.exchanged(start, machine.monotonicMs());
  machine.advance(30 * minute);
  machine.set('2026-10-30T08:00:00.000Z');
  expect(clock.capture().capturedAt).toBe('2026-11-30T08:30:00.000Z');
});

test('two captures in one millisecond are a millisecond apart', () => {
  const { clock } = clockOn(new MachineClock(start));
  const first = clock.capture().capturedAt;
  expect(Date.parse(clock.capture().capturedAt) - Date.parse(first)).toBe(1);
});

test('looking at the time claims none of it', () => {
  const { clock } = clockOn(new MachineClock(start));
  clock.peek();
  expect(clock.capture().capturedAt).toBe(start);
});

test('after a restart the offset still counts, is as old as it is, and the evidence says restarted', () => {
  const machine = new MachineClock('2026-11-30T07:00:00.000Z');
  const before = clockOn(machine);
  before.clock.exchanged(start, machine.monotonicMs());
  machine.advance(10 * minute);
  machine.restart();
  const { clock } = clockOn(machine);
  clock.recall(before.kept.memory, null);
  const { capturedAt, clock: evidence } = clock.capture();
  expect(capturedAt).toBe('2026-11-30T08:10:00.000Z');
  expect(evidence).toMatchObject({ offsetMs: 3_600_000, offsetAgeMs: 10 * minute, restarted: true });
});

test('a page that is reloaded on the same boot keeps its continuity', () => {
  const machine = new MachineClock(start);
  const before = clockOn(machine);
  before.clock.exchanged(start, machine.monotonicMs());
  machine.advance(minute);
  machine.set('2020-01-01T00:00:00.000Z');
  const { clock } = clockOn(machine);
  clock.recall(before.kept.memory, null);
  expect(clock.capture()).toMatchObject({
    capturedAt: '2026-11-30T08:01:00.000Z',
    clock: { restarted: false, offsetAgeMs: minute },
  });
});

test('no capture is before the last one in the journal', () => {
  const { clock } = clockOn(new MachineClock(start));
  clock.recall(null, '2026-11-30T09:00:00.000Z');
  expect(clock.capture().capturedAt).toBe('2026-11-30T09:00:00.001Z');
});

test('a wall clock that was set forward is noticed at the next exchange, however slow that one is', () => {
  const machine = new MachineClock(start);
  const { clock } = clockOn(machine);
  clock.exchanged(start, machine.monotonicMs());
  machine.advance(minute);
  machine.set('2026-12-01T08:01:00.000Z');
  const sentMs = machine.monotonicMs();
  machine.advance(400);
  clock.exchanged('2026-11-30T08:01:00.200Z', sentMs);
  expect(clock.capture().capturedAt).toBe('2026-11-30T08:01:00.400Z');
});

test('a slow exchange does not spoil the offset that a quick one gave', () => {
  const machine = new MachineClock(start);
  const { clock } = clockOn(machine);
  clock.exchanged(start, machine.monotonicMs());
  const sentMs = machine.monotonicMs();
  machine.advance(400);
  clock.exchanged('2026-11-30T08:00:00.010Z', sentMs); // all of the delay was on the way back
  expect(clock.peek().clock.offsetMs).toBe(0);
});

test('a wall clock set forward a week while offline is not believed, and the evidence says so', () => {
  const machine = new MachineClock(start);
  const { clock } = clockOn(machine);
  clock.exchanged(start, machine.monotonicMs());
  machine.advance(10 * minute);
  machine.set('2026-12-07T08:10:00.000Z');
  const { capturedAt, clock: evidence } = clock.capture();
  expect(capturedAt).toBe('2026-11-30T08:10:00.000Z');
  expect(evidence).toMatchObject({ restarted: true, offsetAgeMs: 7 * 24 * 60 * minute + 10 * minute });
  expect(clock.offMs()).toBe(-7 * 24 * 60 * minute);
});

test('a machine that slept over night goes on with its wall clock, and the evidence says that nobody watched', () => {
  const machine = new MachineClock(start);
  const { clock } = clockOn(machine);
  clock.exchanged(start, machine.monotonicMs());
  machine.set('2026-11-30T20:00:00.000Z'); // its monotonic clock stood still
  expect(clock.capture()).toMatchObject({
    capturedAt: '2026-11-30T20:00:00.000Z',
    clock: { restarted: true, offsetAgeMs: 12 * 60 * minute },
  });
});

test('a machine that slept over a long holiday is dated by its wall clock, not days early', () => {
  const machine = new MachineClock(start);
  const { clock } = clockOn(machine);
  clock.exchanged(start, machine.monotonicMs());
  machine.set('2026-12-04T07:00:00.000Z');
  expect(clock.capture()).toMatchObject({
    capturedAt: '2026-12-04T07:00:00.000Z',
    clock: { restarted: true, offsetAgeMs: 95 * 60 * minute },
  });
});

test('what was captured by a clock that ran ahead does not drag along what comes after the server was heard', () => {
  const machine = new MachineClock('2026-12-03T08:00:00.000Z');
  const { clock } = clockOn(machine);
  clock.capture();
  clock.exchanged(start, machine.monotonicMs());
  machine.advance(minute);
  expect(clock.capture().capturedAt).toBe('2026-11-30T08:01:00.000Z');
});

test('a clock in step is said to be so, one that is off says by how much', () => {
  const machine = new MachineClock('2026-11-30T07:00:00.000Z');
  const { clock } = clockOn(machine);
  expect(clock.offMs()).toBeNull();
  clock.exchanged(start, machine.monotonicMs());
  expect(clock.offMs()).toBe(60 * minute);
  machine.set(start);
  expect(clock.offMs()).toBeNull();
});

test('a machine that comes back with a clock before its last contact vouches for nothing', () => {
  const machine = new MachineClock(start);
  const before = clockOn(machine);
  before.clock.exchanged(start, machine.monotonicMs());
  machine.restart();
  machine.set('2000-01-01T00:00:00.000Z'); // an empty battery
  const { clock } = clockOn(machine);
  clock.recall(before.kept.memory, null);
  expect(clock.capture()).toMatchObject({ capturedAt: start, clock: { restarted: true, offsetAgeMs: null } });
});

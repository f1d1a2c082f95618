import { expect, test } from 'vitest';
import { describeMachine, readMachineFacts } from '../../src-main/machine';

const hourMs = 3_600_000;
const started = 1_795_000_000_000;

test('Linux’s own name of its start is used where there is one', () => {
  const facts = { bootId: 'f3b1', uptimeMs: 5, processStartedAtMs: null, processAgeMs: 1 };
  expect(describeMachine(facts)).toEqual({ bootId: 'f3b1', uptimeMs: 5 });
});

test('elsewhere two starts of the application on one start of the machine have one name', () => {
  const first = { bootId: null, uptimeMs: hourMs, processStartedAtMs: started, processAgeMs: 0 };
  const later = {
    ...first,
    uptimeMs: 3 * hourMs,
    processStartedAtMs: started + hourMs,
    processAgeMs: hourMs,
  };
  expect(describeMachine(first).bootId).toBe(describeMachine(later).bootId);
});

test('elsewhere a restarted machine has another name', () => {
  const before = { bootId: null, uptimeMs: hourMs, processStartedAtMs: started, processAgeMs: 0 };
  const after = { ...before, uptimeMs: 60_000, processStartedAtMs: started + hourMs };
  expect(describeMachine(before).bootId).not.toBe(describeMachine(after).bootId);
});

test('this machine says how long it has been up', () => {
  expect(describeMachine(readMachineFacts(null)).uptimeMs).toBeGreaterThan(0);
});

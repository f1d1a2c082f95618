import { describe, expect, test } from 'vitest';
import { addMonths, lastDayOf, monthsBetween } from '../../../shared/metering/period';
import { nextWindow, policyAt, windowAt } from '../../../shared/metering/windows';
import { localDay } from '../../../shared/time/local-day';
import { policy } from './facts';

const periodAt = (instant: string) => windowAt(policy, 'standard', instant)?.period ?? null;

describe('the window opens and closes at midnight in Bucharest', () => {
  test.each([
    ['the last second of the 24th in winter', '2026-11-24T21:59:59.999Z', null],
    ['the first of the 25th in winter', '2026-11-24T22:00:00.000Z', '2026-11'],
    ['the 31st at 23:50', '2026-12-31T21:50:00.000Z', '2026-12'],
    ['New Year', '2026-12-31T22:00:00.000Z', null],
    ['the first of the 25th in summer', '2026-06-24T21:00:00.000Z', '2026-06'],
    ['the last second of 30 June', '2026-06-30T20:59:59.999Z', '2026-06'],
    ['1 July', '2026-06-30T21:00:00.000Z', null],
  ])('%s', (_, instant, period) => {
    expect(periodAt(instant)).toBe(period);
  });
});

describe('the clocks change inside the window', () => {
  test('the 23-hour Sunday of March 2026', () => {
    expect(localDay('2026-03-28T21:59:59.999Z', policy.timeZone)).toBe('2026-03-28');
    expect(localDay('2026-03-28T22:00:00.000Z', policy.timeZone)).toBe('2026-03-29');
    expect(localDay('2026-03-29T20:59:59.999Z', policy.timeZone)).toBe('2026-03-29');
    expect(localDay('2026-03-29T21:00:00.000Z', policy.timeZone)).toBe('2026-03-30');
  });
  test('the 25-hour Sunday of 25 October 2026 opens the window at summer time’s midnight', () => {
    expect(periodAt('2026-10-24T20:59:59.999Z')).toBeNull();
    expect(periodAt('2026-10-24T21:00:00.000Z')).toBe('2026-10');
    expect(localDay('2026-10-25T21:59:59.999Z', policy.timeZone)).toBe('2026-10-25');
    expect(periodAt('2026-10-31T21:59:59.999Z')).toBe('2026-10');
    expect(periodAt('2026-10-31T22:00:00.000Z')).toBeNull();
  });
});

test('February closes on its own last day', () => {
  expect(lastDayOf('2027-02')).toBe('2027-02-28');
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
  expect(windowAt(policy, 'standard', '2028-02-29T10:00:00.000Z')?.to).toBe('2028-02-29');
  expect(periodAt('2027-03-01T10:00:00.000Z')).toBeNull();
});

test('the next window after December’s is January’s', () => {
  const closed = '2026-12-31T23:00:00.000Z';
  expect(nextWindow(policy, 'standard', closed)).toMatchObject({ period: '2027-01', from: '2027-01-25' });
  expect(nextWindow(policy, 'standard', '2026-12-30T10:00:00.000Z')?.period).toBe('2027-01');
});

test('an extra window gives its own month and only to its groups', () => {
  const extra = { period: '2026-10', from: '2026-11-03', to: '2026-11-05', groups: ['mountain'] };
  const generous = { ...policy, extraWindows: [extra] };
  expect(windowAt(generous, 'mountain', '2026-11-04T08:00:00.000Z')?.period).toBe('2026-10');
  expect(windowAt(generous, 'standard', '2026-11-04T08:00:00.000Z')).toBeNull();
  expect(nextWindow(generous, 'mountain', '2026-11-01T08:00:00.000Z')?.from).toBe('2026-11-03');
});

test('the policy in force is the latest that had begun', () => {
  const later = { ...policy, id: 'policy-2', effectiveFrom: '2026-12-01T00:00:00.000Z' };
  expect(policyAt([later, policy], '2026-11-30T23:59:59.999Z')?.id).toBe('policy-1');
  expect(policyAt([later, policy], '2026-12-01T00:00:00.000Z')?.id).toBe('policy-2');
  expect(policyAt([later], '2026-01-01T00:00:00.000Z')?.id).toBe('policy-2');
  expect(policyAt([], '2026-01-01T00:00:00.000Z')).toBeNull();
});

test('months are counted over year ends', () => {
  expect(monthsBetween('2025-11', '2026-02')).toBe(3);
  expect(addMonths('2025-11', 2)).toBe('2026-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});
